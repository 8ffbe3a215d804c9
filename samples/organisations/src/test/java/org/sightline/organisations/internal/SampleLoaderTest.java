package org.sightline.organisations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.access.PasswordHashing;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.Policies;

class SampleLoaderTest {

    @TempDir
    Path data;

    private final List<Tenant> tenants = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private long errors;

    @Test
    void createsWhatIsMissingThroughTheServices() throws IOException {
        List<SampleLoader.Created> created = loader().load(Organisation.all());

        assertThat(calls)
                .containsExactly(
                        "create hikari with aiko.tanaka",
                        "import hikari",
                        "policy hikari",
                        "create nordwind with zoe.weiss",
                        "import nordwind",
                        "policy nordwind");
        assertThat(created).hasSize(2).allMatch(each -> each.password().length() >= 20);
        assertThat(created.get(0).password()).isNotEqualTo(created.get(1).password());
        assertThat(created.toString()).doesNotContain(created.get(0).password());
        assertThat(loader().load(Organisation.all())).isEmpty();
        assertThat(calls).hasSize(6);
    }

    @Test
    void keepsPasswordsWhereOnlyTheOwnerReads() throws IOException {
        List<SampleLoader.Created> created = loader().load(Organisation.all());
        Path file = data.resolve("sample-administrators.txt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "hikari aiko.tanaka " + created.get(0).password(),
                        "nordwind zoe.weiss " + created.get(1).password());
        tenants.remove(0);
        SampleLoader.Created again = loader().load(Organisation.all()).get(0);
        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrder(
                        "hikari aiko.tanaka " + again.password(),
                        "nordwind zoe.weiss " + created.get(1).password());
    }

    @Test
    void saysSoWhenTheDirectoryIsRefused() {
        errors = 1;

        assertThatThrownBy(() -> loader().load(Organisation.all()))
                .hasMessageContaining("`hikari`")
                .hasMessageContaining("broken");
    }

    @Test
    void theGreetingNamesEverythingThatIsNeeded() throws IOException {
        List<SampleLoader.Created> created = loader().load(Organisation.all());
        Greeting greeting = new Greeting(
                "http://127.0.0.1:8181", data.resolve("operator.token"), data.resolve("sample-administrators.txt"));

        String first = greeting.withSamples(Organisation.all(), created);
        String second = greeting.withSamples(Organisation.all(), List.of());

        assertThat(first).contains(created.get(0).password(), created.get(1).password());
        assertThat(second).doesNotContain(created.get(0).password());
        for (String text : List.of(first, second)) {
            assertThat(text)
                    .contains(
                            "http://127.0.0.1:8181/api/v1",
                            "http://127.0.0.1:8181/docs/",
                            data.resolve("operator.token").toString(),
                            data.resolve("sample-administrators.txt").toString());
            assertThat(text.lines().filter(line -> line.contains("curl -s "))).hasSize(3);
        }
        assertThat(greeting.empty().lines().filter(line -> line.contains("curl -s ")))
                .hasSize(1);
        assertThat(greeting.empty()).doesNotContain("hikari");
    }

    private SampleLoader loader() {
        return new SampleLoader(fakeTenants(), fakeFiles(), fakePolicies(), fakeHashing(), new AdministratorFile(data));
    }

    private Tenants fakeTenants() {
        return fake(Tenants.class, (method, arguments) -> {
            if (method.equals("list")) {
                return List.copyOf(tenants);
            }
            Tenant tenant = (Tenant) arguments[1];
            Tenants.FirstAdministrator first = (Tenants.FirstAdministrator) arguments[2];
            tenants.add(tenant);
            calls.add("create " + tenant.key() + " with " + first.member().id());
            return new Committed<>(tenant, 1);
        });
    }

    private Policies fakePolicies() {
        return fake(Policies.class, (method, arguments) -> {
            calls.add("policy " + arguments[0]);
            return new Committed<>(arguments[2], 3);
        });
    }

    private static PasswordHashing fakeHashing() {
        return fake(PasswordHashing.class, (method, arguments) -> "hash of " + arguments[1]);
    }

    private DirectoryFiles fakeFiles() {
        return new DirectoryFiles() {
            @Override
            public ImportReport importFile(
                    TenantKey tenant,
                    Actor actor,
                    InputStream content,
                    FileFormat format,
                    boolean dryRun,
                    LongConsumer progress)
                    throws IOException {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("{\"kind\":\"field\"");
                calls.add("import " + tenant);
                List<ImportReport.LineError> faults =
                        errors == 0 ? List.of() : List.of(new ImportReport.LineError(7, "invalid", "broken"));
                return new ImportReport(1, 0, 0, faults, errors, 2);
            }

            @Override
            public long export(TenantKey tenant, OutputStream content) {
                throw new UnsupportedOperationException("nobody exports samples here");
            }
        };
    }

    private interface Answers {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.answer(method.getName(), arguments)));
    }
}
