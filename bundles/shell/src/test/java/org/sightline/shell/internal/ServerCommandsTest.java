package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.karaf.bundle.core.BundleInfo;
import org.apache.karaf.bundle.core.BundleService;
import org.apache.karaf.bundle.core.BundleState;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.sightline.jobs.Jobs;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;

class ServerCommandsTest {

    @TempDir
    Path folder;

    private final Bundle shell = bundle("org.sightline.shell", Bundle.ACTIVE, "org.sightline.problem", "");
    private final Bundle storage =
            bundle("org.sightline.storage", Bundle.RESOLVED, "org.sightline.problem,org.sightline.spi", "");
    private final Bundle ownCity =
            bundle("org.sightline.own-city", Bundle.ACTIVE, "org.sightline.spi;version=\"[1.0,2)\"", "MainRule");
    private final Bundle broken = bundle("com.vendor.broken", Bundle.INSTALLED, "org.sightline.spi", "");
    private final Bundle stranger = bundle("com.vendor.stranger", Bundle.ACTIVE, "org.slf4j", "");

    @Test
    void listsBundlesOfVendorsAndWhyTheyDoNotRun() throws CommandException {
        PluginListCommand command = new PluginListCommand();
        command.bundles = bundles();
        assertThat(console().run(command))
                .containsPattern("org.sightline.own-city +\u2502 1.2.3 +\u2502 active +\u2502 MainRule +\u2502")
                .containsPattern("com.vendor.broken .*installed .*Unsatisfied Requirements: org.missing")
                .doesNotContain("OwnCity")
                .doesNotContain("stranger")
                .doesNotContain("storage");
        command.json = true;
        assertThat(console().run(command)).contains("\"offers\":[\"MainRule\"]").contains("\"state\":\"installed\"");
    }

    @Test
    void showsTheStatus() throws CommandException {
        StatusCommand command = new StatusCommand();
        command.bundles = bundles();
        command.store = Fake.of(TenantStore.class)
                .on("tenants", nothing -> List.of(World.ACME))
                .on("revision", tenant -> OptionalLong.of(17))
                .service();
        command.mainRules = Fake.of(MainRules.class)
                .on(
                        "list",
                        nothing -> List.of(new MainRuleInfo(
                                "everyone",
                                Map.of(Locale.ENGLISH, "Everyone"),
                                "",
                                "org.sightline.visibility-rules 1.0.0",
                                MainRuleInfo.State.SERVING,
                                "",
                                List.of(World.ACME.key()))))
                .service();
        command.jobs = Fake.of(Jobs.class).on("list", nothing -> List.of()).service();
        assertThat(console().run(command))
                .contains("1.2.3 on Java")
                .contains("reachable")
                .contains("1, 1 loaded")
                .contains("1 serving")
                .contains("not active: org.sightline.storage (waiting)")
                .containsPattern("acme +\u2502 17 +\u2502 yes");
        command.json = true;
        assertThat(console().run(command))
                .contains("\"tenants\":[{\"tenant_key\":\"acme\",\"revision\":17,\"loaded\":true}]");
    }

    @Test
    void showsTheStatusOfAServerWithoutItsDatabase() throws CommandException {
        StatusCommand command = new StatusCommand();
        command.bundles = bundles();
        assertThat(console().run(command)).containsPattern("store +\u2502 off").contains("No tenants.");
        command.store = Fake.of(TenantStore.class)
                .on("tenants", nothing -> {
                    throw new StoreUnavailableException("away", new IllegalStateException());
                })
                .service();
        assertThat(console().run(command)).contains("unreachable");
    }

    private ServerBundles bundles() {
        return new ServerBundles(
                Fake.of(BundleContext.class)
                        .on("getBundle", nothing -> shell)
                        .on("getBundles", nothing -> new Bundle[] {shell, storage, ownCity, broken, stranger})
                        .service(),
                Fake.of(BundleService.class)
                        .on("getInfo", bundle -> info((Bundle) bundle[0]))
                        .on(
                                "getDiag",
                                bundle -> isBroken((Bundle) bundle[0])
                                        ? "\nUnsatisfied Requirements:\n  org.missing\n"
                                        : "Declarative Services\n org.sightline.owncity.OwnCity (7)")
                        .service());
    }

    private static BundleInfo info(Bundle bundle) {
        BundleState state =
                switch (bundle.getState()) {
                    case Bundle.ACTIVE -> BundleState.Active;
                    case Bundle.INSTALLED -> BundleState.Installed;
                    default -> BundleState.Waiting;
                };
        return Fake.of(BundleInfo.class).on("getState", nothing -> state).service();
    }

    private static boolean isBroken(Bundle bundle) {
        return bundle.getState() == Bundle.INSTALLED;
    }

    private Console console() {
        return new Console(folder);
    }

    private static Bundle bundle(String name, int state, String imports, String offers) {
        Dictionary<String, String> headers = FrameworkUtil.asDictionary(Map.of("Import-Package", imports));
        ServiceReference<?> service = Fake.of(ServiceReference.class)
                .on("getProperty", key -> new String[] {"org.sightline.spi." + offers})
                .service();
        return Fake.of(Bundle.class)
                .on("getSymbolicName", nothing -> name)
                .on("getVersion", nothing -> new Version(1, 2, 3))
                .on("getState", nothing -> state)
                .on("getHeaders", locale -> headers)
                .on("getRegisteredServices", nothing -> offers.isEmpty() ? null : new ServiceReference<?>[] {service})
                .service();
    }
}
