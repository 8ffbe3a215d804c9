package org.sightline.apps.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sightline.apps.AppDetails;
import org.sightline.apps.Apps;
import org.sightline.apps.IssuedApp;
import org.sightline.apps.internal.OneTenant;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppSecrets;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

class RegisteredAppsTest {

    private static final AppId BOT = new AppId("bot");
    private static final TenantKey OTHER = new TenantKey("other");

    private final OneTenant tenant = new OneTenant();
    private final Apps apps = TestApps.of(tenant);

    private IssuedApp register(TenantKey key) {
        AppDetails details = new AppDetails("My bot", List.of("https://example.org/cb"), null, true);
        return apps.register(key, OneTenant.DEVELOPER, OneTenant.DEV, BOT, details)
                .value();
    }

    private App switchTo(boolean enabled, boolean byAdministrator) {
        return apps.update(
                        OneTenant.KEY,
                        OneTenant.DEVELOPER,
                        BOT,
                        byAdministrator,
                        Expectation.any(),
                        app -> new AppDetails(app.name(), app.redirectUris(), app.eventUrl(), enabled))
                .value();
    }

    private static Problem refusal(ThrowingCallable action) {
        return catchThrowableOfType(ProblemException.class, action).problem();
    }

    private AppSecrets secrets() {
        return tenant.apps().app(BOT).orElseThrow().secrets();
    }

    @Test
    void secretsAreRandomAndOnlyRecognisedAfterwards() {
        IssuedApp issued = register(OneTenant.KEY);

        assertThat(issued.secret()).hasSize(43).isNotEqualTo(issued.signingKey());
        assertThat(secrets().accept(tenant.digest(issued.secret()), tenant.instant()))
                .isTrue();
        assertThat(secrets().accept(tenant.digest(issued.signingKey()), tenant.instant()))
                .isFalse();
        assertThat(tenant.open(secrets().sealedSigningKey())).isEqualTo(issued.signingKey());
        assertThat(issued.toString()).doesNotContain(issued.secret()).doesNotContain(issued.signingKey());
        assertThat(secrets().toString()).doesNotContain(issued.secret());
    }

    @Test
    void anIdIsTakenOnTheWholeServerAndForGood() {
        tenant.create(OTHER);
        register(OneTenant.KEY);

        assertThat(refusal(() -> register(OneTenant.KEY)).code()).isEqualTo(Codes.DUPLICATE_ID);
        assertThat(refusal(() -> register(OTHER)).code()).isEqualTo(Codes.DUPLICATE_ID);
        apps.delete(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Expectation.any());
        assertThat(refusal(() -> register(OTHER)).code()).isEqualTo(Codes.DUPLICATE_ID);
        assertThat(register(OneTenant.KEY).app().id()).isEqualTo(BOT);
    }

    @Test
    void aNewSecretReplacesTheOldOneAtOnceUnlessTheyOverlap() {
        String first = register(OneTenant.KEY).secret();
        String second = apps.renewSecret(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Duration.ZERO)
                .value()
                .secret();
        assertThat(secrets().accept(tenant.digest(first), tenant.instant())).isFalse();

        apps.renewSecret(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Duration.ofMinutes(5));
        assertThat(secrets().accept(tenant.digest(second), tenant.instant())).isTrue();
        tenant.pass(Duration.ofMinutes(5));
        assertThat(secrets().accept(tenant.digest(second), tenant.instant())).isFalse();
        assertThat(refusal(() -> apps.renewSecret(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Duration.ofDays(31)))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/overlap_seconds");
    }

    @Test
    void whatAnAdministratorSwitchedOffOnlyAnAdministratorSwitchesOn() {
        register(OneTenant.KEY);
        assertThat(switchTo(false, false).availability()).isEqualTo(AppAvailability.DISABLED);
        assertThat(switchTo(true, false).enabled()).isTrue();
        assertThat(switchTo(false, true).availability()).isEqualTo(AppAvailability.STOPPED);
        assertThat(refusal(() -> switchTo(true, false)).code()).isEqualTo(Codes.FORBIDDEN);
        assertThat(switchTo(false, false).availability()).isEqualTo(AppAvailability.STOPPED);
        assertThat(switchTo(true, true).enabled()).isTrue();
    }

    @Test
    void whatIsWrongIsNamed() {
        AppDetails wrong = new AppDetails(
                "a\tb", List.of("https://example.org/", "https://example.org/", "x"), "http://10.0.0.1/", true);
        assertThat(refusal(() -> apps.register(OneTenant.KEY, OneTenant.DEVELOPER, OneTenant.DEV, BOT, wrong))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/name", "/redirect_uris/1", "/redirect_uris/2", "/event_url");
    }

    @Test
    void everythingIsAudited() {
        register(OneTenant.KEY);
        switchTo(false, false);
        apps.renewSecret(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Duration.ZERO);
        apps.delete(OneTenant.KEY, OneTenant.DEVELOPER, BOT, Expectation.any());

        assertThat(tenant.audit)
                .extracting(Proposal.AuditNote::action)
                .containsExactly("app.create", "app.update", "app.secret.renew", "app.delete");
    }
}
