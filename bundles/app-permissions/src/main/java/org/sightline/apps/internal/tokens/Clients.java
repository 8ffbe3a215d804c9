package org.sightline.apps.internal.tokens;

import java.time.InstantSource;
import java.util.Optional;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppClient;
import org.sightline.apps.model.AppId;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;

/** Makes sure which app sends a secret. */
final class Clients {

    private static final int LONGEST_SECRET = 1_000;

    private final TenantStore tenants;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final InstantSource clock;
    private final WrongSecrets wrong;

    Clients(TenantStore tenants, Snapshots snapshots, SecretBox box, InstantSource clock) {
        this.tenants = tenants;
        this.snapshots = snapshots;
        this.box = box;
        this.clock = clock;
        this.wrong = new WrongSecrets(clock);
    }

    /** Returns the app that knows a secret, or refuses in the same words whatever is wrong. */
    AppClient authenticate(String clientId, String secret, String origin) {
        // What can be no app's id is not counted either: it would only fill the memory of wrong secrets.
        if (appId(clientId).isEmpty() || secret.length() > LONGEST_SECRET) {
            throw invalidClient();
        }
        wrong.requirePatience(clientId, origin);
        // Made first, so that an unknown app takes as long.
        String digest = box.digest(secret);
        Optional<AppClient> client = find(clientId)
                .filter(found -> found.app().secrets().accept(digest, clock.instant()))
                .filter(found -> found.app().enabled());
        if (client.isEmpty()) {
            wrong.count(clientId, origin);
            throw invalidClient();
        }
        wrong.forgive(clientId, origin);
        return client.get();
    }

    /** Returns an app by its id, whether it works or not; empty for an unknown one. */
    Optional<AppClient> find(String clientId) {
        return appId(clientId).flatMap(id -> tenantOf(id).flatMap(tenant -> TokenHolders.snapshot(snapshots, tenant)
                .flatMap(state -> state.apps().app(id))
                .map(app -> new AppClient(tenant, app))));
    }

    private Optional<TenantKey> tenantOf(AppId app) {
        try {
            return tenants.tenantOfApp(app);
        } catch (StoreUnavailableException unreachable) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database with the apps cannot be reached; try again later"),
                    unreachable);
        }
    }

    private static Optional<AppId> appId(String text) {
        try {
            return Optional.of(new AppId(text));
        } catch (IllegalArgumentException nobodysId) {
            return Optional.empty();
        }
    }

    /** The one answer to whatever is wrong with an app that wants to prove itself. */
    static ProblemException invalidClient() {
        return Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        Codes.INVALID_CLIENT,
                        "the app id or the secret is wrong, or the app is switched off")
                .exception();
    }
}
