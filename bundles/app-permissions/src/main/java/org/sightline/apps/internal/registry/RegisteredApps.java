package org.sightline.apps.internal.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppDetails;
import org.sightline.apps.Apps;
import org.sightline.apps.IssuedApp;
import org.sightline.apps.internal.AppSettings;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.internal.Secrets;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.DataRange;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AppIdTakenException;
import org.sightline.store.StateChange;

/** Registers apps, with secrets of which only digests and sealed keys are kept. */
@Component(service = Apps.class, configurationPid = AppSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RegisteredApps implements Apps {

    private static final int MOST_APPS = 1_000;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final String KIND = "app";

    private final Changes changes;
    private final SecretBox box;
    private final InstantSource clock;
    private final DetailsCheck check;
    private final Secrets secrets = new Secrets();

    /** Works with these. */
    @Activate
    public RegisteredApps(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "secretBox") SecretBox box,
            @Reference(name = "clock") Clock clock,
            AppSettings settings) {
        this(changes, box, clock, settings.event_allow_private());
    }

    /**
     * Works with these.
     *
     * @param privateEvents whether events may go to private addresses
     */
    RegisteredApps(Changes changes, SecretBox box, InstantSource clock, boolean privateEvents) {
        this.changes = changes;
        this.box = box;
        this.clock = clock;
        this.check = new DetailsCheck(privateEvents);
    }

    @Override
    public Committed<IssuedApp> register(TenantKey tenant, Actor actor, UserId owner, AppId id, AppDetails details) {
        AppDetails checked = check.checked(details);
        String secret = secrets.next();
        String signingKey = secrets.next();
        App app = new App(
                id,
                checked.name(),
                owner,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                checked.redirectUris(),
                checked.eventUrl(),
                checked.enabled() ? AppAvailability.ENABLED : AppAvailability.DISABLED,
                new AppSecrets(box.digest(secret), null, null, box.seal(signingKey)),
                DataRange.NOBODY);
        try {
            return changes.apply(tenant, actor, now -> {
                requireRoom(now, id);
                return proposal("app.create", null, app, new IssuedApp(app, secret, signingKey));
            });
        } catch (AppIdTakenException e) {
            throw new ProblemException(taken(id), e);
        }
    }

    private static void requireRoom(TenantSnapshot now, AppId id) {
        if (now.apps().app(id).isPresent()) {
            throw taken(id).exception();
        }
        if (now.apps().apps().size() >= MOST_APPS) {
            throw Problem.conflict(
                            Codes.LIMIT_EXCEEDED, "a tenant has at most " + MOST_APPS + " apps; delete one first")
                    .exception();
        }
    }

    private static Problem taken(AppId id) {
        return Problem.conflict(Codes.DUPLICATE_ID, "the app id `" + id + "` is taken; choose another one, or none");
    }

    @Override
    public Committed<App> update(
            TenantKey tenant,
            Actor actor,
            AppId id,
            boolean byAdministrator,
            Expectation<App> expectation,
            Function<App, AppDetails> change) {
        return changes.apply(tenant, actor, now -> {
            App present = expected(now, id, expectation);
            AppDetails details = check.checked(change.apply(present));
            AppAvailability availability = availability(present, details.enabled(), byAdministrator);
            App changed = present.with(details.name(), details.redirectUris(), details.eventUrl(), availability);
            return changed.equals(present)
                    ? Proposal.nothing(present)
                    : proposal("app.update", present, changed, changed);
        });
    }

    private static AppAvailability availability(App present, boolean enabled, boolean byAdministrator) {
        if (present.enabled() == enabled) {
            return byAdministrator && !enabled ? AppAvailability.STOPPED : present.availability();
        }
        if (!enabled) {
            return byAdministrator ? AppAvailability.STOPPED : AppAvailability.DISABLED;
        }
        if (present.availability() == AppAvailability.STOPPED && !byAdministrator) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "an administrator has switched the app off; only an administrator switches it on again")
                    .exception();
        }
        return AppAvailability.ENABLED;
    }

    @Override
    public Committed<App> delete(TenantKey tenant, Actor actor, AppId id, Expectation<App> expectation) {
        return changes.apply(tenant, actor, now -> {
            App present = expected(now, id, expectation);
            return new Proposal<>(
                    List.of(new StateChange.ChangeApps(new AppChange.RemoveApp(id))),
                    List.of(new Proposal.AuditNote("app.delete", KIND, id.value(), present, null)),
                    present);
        });
    }

    private static App expected(TenantSnapshot now, AppId id, Expectation<App> expectation) {
        App present = Refusals.app(now, id);
        if (!expectation.holdsFor(present)) {
            throw Refusals.stale();
        }
        return present;
    }

    @Override
    public Committed<IssuedApp> renewSecret(TenantKey tenant, Actor actor, AppId id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Problem.invalid(
                            "/overlap_seconds",
                            Codes.INVALID,
                            "must be from 0 to " + LONGEST_OVERLAP.toSeconds() + ", which is 30 days")
                    .exception();
        }
        String secret = secrets.next();
        String signingKey = secrets.next();
        return changes.apply(tenant, actor, now -> {
            App present = Refusals.app(now, id);
            App changed = present.withSecrets(renewed(present.secrets(), secret, signingKey, overlap));
            return new Proposal<>(
                    List.of(new StateChange.ChangeApps(new AppChange.PutApp(changed))),
                    List.of(new Proposal.AuditNote("app.secret.renew", KIND, id.value(), null, null)),
                    new IssuedApp(changed, secret, signingKey));
        });
    }

    private AppSecrets renewed(AppSecrets present, String secret, String signingKey, Duration overlap) {
        @Nullable
        Instant until = overlap.isZero() ? null : clock.instant().plus(overlap).truncatedTo(ChronoUnit.MICROS);
        @Nullable String earlier = until == null ? null : present.digest();
        return new AppSecrets(box.digest(secret), earlier, until, box.seal(signingKey));
    }

    private static <T> Proposal<T> proposal(String action, @Nullable App before, App after, T result) {
        return new Proposal<>(
                List.of(new StateChange.ChangeApps(new AppChange.PutApp(after))),
                List.of(new Proposal.AuditNote(action, KIND, after.id().value(), before, after)),
                result);
    }
}
