package org.sightline.organisations.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.access.PasswordHashing;
import org.sightline.audit.Actor;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.Expectation;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.Policies;

/** Creates the sample organisations that do not exist, through the same doors as everybody. */
final class SampleLoader {

    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 24;

    private final Tenants tenants;
    private final DirectoryFiles files;
    private final Policies policies;
    private final PasswordHashing passwords;
    private final AdministratorFile secrets;
    private final SecureRandom random = new SecureRandom();

    SampleLoader(
            Tenants tenants,
            DirectoryFiles files,
            Policies policies,
            PasswordHashing passwords,
            AdministratorFile secrets) {
        this.tenants = tenants;
        this.files = files;
        this.policies = policies;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /**
     * An administrator who was just created.
     *
     * @param organisation whose
     * @param password     the only copy beside the file's
     */
    record Created(Organisation organisation, String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Created[" + organisation.tenant().key() + "]";
        }
    }

    /**
     * Creates what is missing; an organisation that is there stays as it is.
     *
     * @return the organisations that were created
     */
    List<Created> load(List<Organisation> organisations) throws IOException {
        Set<TenantKey> present = tenants.list().stream().map(Tenant::key).collect(Collectors.toSet());
        List<Created> created = new ArrayList<>();
        for (Organisation organisation : organisations) {
            if (!present.contains(organisation.tenant().key())) {
                created.add(create(organisation));
            }
        }
        return created;
    }

    private Created create(Organisation organisation) throws IOException {
        TenantKey key = organisation.tenant().key();
        String password = password();
        // Before the tenant, so that nobody is ever locked out of a half-made one.
        secrets.put(key, organisation.administrator().id(), password);
        tenants.create(
                Actor.SYSTEM,
                organisation.tenant(),
                new Tenants.FirstAdministrator(
                        InRoot.of(organisation.administrator()), passwords.hash("/password", password)));
        ImportReport report = files.importFile(
                key,
                Actor.SYSTEM,
                new ByteArrayInputStream(organisation.lines().getBytes(StandardCharsets.UTF_8)),
                FileFormat.NDJSON,
                false,
                count -> {});
        if (report.errorCount() > 0) {
            throw new IllegalStateException("the sample organisation `" + key + "` does not fit: "
                    + report.errors().get(0));
        }
        policies.replace(key, Actor.SYSTEM, organisation.policy(), Expectation.any(), false);
        return new Created(organisation, password);
    }

    private String password() {
        return random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
