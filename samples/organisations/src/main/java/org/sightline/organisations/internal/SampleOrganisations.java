package org.sightline.organisations.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.access.PasswordHashing;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.Snapshots;
import org.sightline.directory.Tenants;
import org.sightline.settings.EnvironmentVariable;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.TrustInvitations;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRequests;
import org.sightline.visibility.Policies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the sample organisations when the environment says {@code SIGHTLINE_SAMPLES=true}, and greets on standard output
 * once the server answers. {@code SIGHTLINE_SAMPLES=false} only greets; without the variable nothing happens.
 */
@Component(
        service = {},
        immediate = true)
public final class SampleOrganisations {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrganisations.class);

    /** Away while trusted parties are switched off; then the samples do without. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustInvitations invitations;

    /** Away while trusted parties are switched off; then the samples do without. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRequests requests;

    /** Away while trusted parties are switched off; then the samples do without. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRelations relations;

    /** Away while trusted parties are switched off; then the samples do without. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable CollaborationRules rules;

    private final Snapshots snapshots;
    private final SampleLoader loader;
    private final Greeting greeting;
    private final ReadyWait ready;
    private final Thread thread;

    /** Starts the work in the background; the server does not wait for it. */
    @Activate
    public SampleOrganisations(
            @Reference(name = "tenants") Tenants tenants,
            @Reference(name = "files") DirectoryFiles files,
            @Reference(name = "policies") Policies policies,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "passwords") PasswordHashing passwords) {
        Map<String, String> environment = System.getenv();
        Path data = Path.of(System.getProperty("sightline.data", "data"));
        AdministratorFile secrets = new AdministratorFile(data);
        String address =
                "http://" + environment.getOrDefault(EnvironmentVariable.SIGHTLINE_HTTP_HOST.name(), "127.0.0.1") + ":"
                        + environment.getOrDefault(EnvironmentVariable.SIGHTLINE_HTTP_PORT.name(), "8181");
        this.snapshots = snapshots;
        this.loader = new SampleLoader(tenants, files, policies, passwords, secrets);
        this.greeting = new Greeting(
                address, data.resolve("operator.token").toAbsolutePath().normalize(), secrets.path());
        this.ready = new ReadyWait(address);
        String wanted = environment.getOrDefault(EnvironmentVariable.SIGHTLINE_SAMPLES.name(), "");
        this.thread = new Thread(() -> run(wanted), "sightline-samples");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Stops waiting. */
    @Deactivate
    public void stop() {
        thread.interrupt();
    }

    private void run(String wanted) {
        try {
            if (wanted.equals("true")) {
                List<Organisation> organisations = Organisation.all();
                List<SampleLoader.Created> created = loader.load(organisations);
                if (isReady()) {
                    connect();
                    greet(greeting.withSamples(organisations, created));
                }
            } else if (wanted.equals("false")) {
                if (isReady()) {
                    greet(greeting.empty());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("the sample organisations could not be loaded; the server goes on without them", e);
        }
    }

    private boolean isReady() throws InterruptedException {
        boolean isReady = ready.await();
        if (!isReady) {
            LOG.warn("the server is not ready after three minutes; see /health/ready for what is missing");
        }
        return isReady;
    }

    private void connect() {
        TrustInvitations inviting = invitations;
        TrustRequests asking = requests;
        TrustRelations granting = relations;
        CollaborationRules ruling = rules;
        if (inviting != null && asking != null && granting != null && ruling != null) {
            new SampleTrust(snapshots, inviting, asking, granting, ruling).connect();
        }
    }

    private static void greet(String text) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(text);
    }
}
