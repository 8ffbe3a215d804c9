package org.sightline.apps.internal.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AppTokenStore;
import org.sightline.store.AppTokenStore.FoundToken;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.StoreUnavailableException;

/**
 * The tokens of the store, with the access tokens in use kept at hand for a few seconds.
 *
 * <p>INVARIANT: a token that was ended on this server is found by nobody who asks afterwards: what is at hand under an
 * older count of {@link Endings} is read again, and what was read while the total changed is not kept at hand.
 */
final class OpenTokens {

    private static final int MOST_AT_HAND = 100_000;

    /** So long a token lives on here that ended with its tenant, or in another server if nobody looks again. */
    private static final Duration AT_HAND = Duration.ofSeconds(10);

    private final AppTokenStore store;
    private final Endings endings = new Endings();
    private final Cache<String, Known> atHand = Caffeine.newBuilder()
            .maximumSize(MOST_AT_HAND)
            .expireAfterWrite(AT_HAND)
            .build();

    OpenTokens(AppTokenStore store) {
        this.store = store;
    }

    /** Keeps a new authorization; false when the app does not work. */
    boolean open(StoredAuthorization authorization, StoredToken token) {
        return asking(() -> store.open(authorization, token));
    }

    /** Returns an access token, expired or not; empty when there is none. */
    Optional<Known> access(String digest) {
        Known known = atHand.getIfPresent(digest);
        if (known != null && known.isOf(endings)) {
            return Optional.of(known);
        }
        long before = endings.total();
        Optional<Known> read = find(digest).map(found -> new Known(found, endings.of(found.authorization())));
        if (read.isPresent() && endings.total() == before) {
            atHand.put(digest, read.get());
        }
        return read;
    }

    /** Returns any token as it is in the store; empty when there is none. */
    Optional<FoundToken> find(String digest) {
        return asking(() -> store.find(digest));
    }

    /** Uses a token up for others; false when it was used before or has ended. */
    boolean exchange(FoundToken token, Instant at, List<StoredToken> successors) {
        return asking(() -> store.exchange(token, at, successors));
    }

    /** Ends one token. */
    void remove(FoundToken token) {
        asking(() -> {
            store.remove(token);
            return true;
        });
        endedOf(token.authorization().tenant(), token.authorization().app());
    }

    /** Ends an authorization with all its tokens. */
    void end(StoredAuthorization authorization) {
        asking(() -> {
            store.end(authorization);
            return true;
        });
        endedOf(authorization.tenant(), authorization.app());
    }

    /** Something of an app has ended in the store. */
    void endedOf(TenantKey tenant, AppId app) {
        endings.ofApp(tenant, app);
    }

    /** Something of a member has ended in the store. */
    void endedOf(TenantKey tenant, UserId user) {
        endings.ofMember(tenant, user);
    }

    /** Forgets what is at hand and not in the store any more: another server ended it. */
    void lookAgain() {
        Set<String> kept = Set.copyOf(atHand.asMap().keySet());
        if (kept.isEmpty()) {
            return;
        }
        Set<String> present = store.present(kept);
        kept.stream().filter(digest -> !present.contains(digest)).forEach(atHand::invalidate);
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException unreachable) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database with the tokens cannot be reached; try again later"),
                    unreachable);
        }
    }

    /** An access token as it was read, with what it opened when it was last asked. */
    static final class Known {

        private final FoundToken found;
        private final long endedBefore;
        private volatile @Nullable Opened opened;

        Known(FoundToken found, long endedBefore) {
            this.found = found;
            this.endedBefore = endedBefore;
        }

        FoundToken found() {
            return found;
        }

        @Nullable
        Opened opened() {
            return opened;
        }

        void remember(Opened now) {
            opened = now;
        }

        private boolean isOf(Endings endings) {
            return endings.of(found.authorization()) == endedBefore;
        }
    }
}
