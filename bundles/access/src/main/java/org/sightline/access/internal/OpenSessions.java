package org.sightline.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.SessionStore;
import org.sightline.store.SessionStore.StoredSession;
import org.sightline.store.StoreUnavailableException;

/**
 * The sessions of the store, with those in use kept at hand for a few seconds.
 *
 * <p>INVARIANT: a session that was ended through this class is found by nobody who asks afterwards. Every member
 * belongs to one of a fixed number of stripes. Ending a session raises first the total and then the stripe's count, after
 * the store has let go; what is at hand under an older count of its stripe is read again, and what was read while the
 * total changed is not kept at hand. While the store is away, a session that was in use within the last hour counts as
 * open unless it was ended through this class; what another server ended meanwhile is not known here.
 */
final class OpenSessions {

    private static final int STRIPES = 4096;
    private static final int MOST_AT_HAND = 100_000;

    /**
     * So long a session lives on here that ended elsewhere, together with its tenant say; what ends in another server on
     * the same database is heard of at once.
     */
    private static final Duration AT_HAND = Duration.ofSeconds(10);

    /** So long a session that was in use goes on while the database is away, and reads with it. */
    private static final Duration WITHOUT_DATABASE = Duration.ofHours(1);

    private final SessionStore store;
    private final AtomicLong allEndings = new AtomicLong();
    private final AtomicLongArray endings = new AtomicLongArray(STRIPES);
    private final Cache<String, Known> atHand;
    private final Cache<String, Known> forOutages;

    OpenSessions(SessionStore store) {
        this(store, Ticker.systemTicker());
    }

    OpenSessions(SessionStore store, Ticker ticker) {
        this.store = store;
        this.atHand = cache(AT_HAND, ticker);
        this.forOutages = cache(WITHOUT_DATABASE, ticker);
    }

    private static Cache<String, Known> cache(Duration kept, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_AT_HAND)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .build();
    }

    /** Keeps a session. */
    void put(StoredSession session) {
        asking(() -> {
            store.put(session);
            return session;
        });
    }

    /** Returns the session with this digest, expired or not; empty when there is none. */
    Optional<StoredSession> find(String digest) {
        Known known = atHand.getIfPresent(digest);
        if (known != null && isOpen(known)) {
            return Optional.of(known.session());
        }
        return read(digest);
    }

    private boolean isOpen(Known known) {
        return endings.get(stripe(known.session())) == known.stripeEndings();
    }

    /** Ends one session; does nothing when there is none. */
    void end(String digest) {
        Optional<StoredSession> session = asking(() -> {
            Optional<StoredSession> found = store.find(digest);
            store.remove(digest);
            return found;
        });
        session.ifPresent(ended -> countEnding(stripe(ended)));
    }

    /** Ends all sessions of a member. */
    void endAll(TenantKey tenant, UserId user) {
        asking(() -> {
            store.removeAll(tenant, user);
            return user;
        });
        countEnding(stripe(tenant, user));
    }

    /** Returns the hash of a member's password; empty when there is none. */
    Optional<String> passwordHash(TenantKey tenant, UserId user) {
        return asking(() -> store.passwordHash(tenant, user));
    }

    private Optional<StoredSession> read(String digest) {
        long before = allEndings.get();
        Optional<StoredSession> found;
        try {
            found = store.find(digest);
        } catch (StoreUnavailableException unreachable) {
            Known known = forOutages.getIfPresent(digest);
            if (known == null || !isOpen(known)) {
                throw refusal(unreachable);
            }
            return Optional.of(known.session());
        }
        found.ifPresentOrElse(
                session -> keepAtHand(session, endings.get(stripe(session)), before),
                () -> forOutages.invalidate(digest));
        return found;
    }

    private void keepAtHand(StoredSession session, long stripeEndings, long allBefore) {
        if (allEndings.get() == allBefore) {
            Known known = new Known(session, stripeEndings);
            atHand.put(session.digest(), known);
            forOutages.put(session.digest(), known);
        }
    }

    /** Forgets what is at hand of a member, some of whose sessions another server has ended. */
    void endedElsewhere(TenantKey tenant, UserId user) {
        countEnding(stripe(tenant, user));
    }

    /** Forgets what is at hand and not in the store any more. */
    void lookAgain() {
        Map<String, Known> kept = Map.copyOf(atHand.asMap());
        if (kept.isEmpty()) {
            return;
        }
        Set<String> present = store.present(kept.keySet());
        kept.forEach((digest, known) -> {
            if (!present.contains(digest)) {
                countEnding(stripe(known.session()));
                atHand.invalidate(digest);
            }
        });
    }

    private void countEnding(int stripe) {
        allEndings.incrementAndGet();
        endings.incrementAndGet(stripe);
    }

    private static int stripe(StoredSession session) {
        return stripe(session.tenant(), session.user());
    }

    private static int stripe(TenantKey tenant, UserId user) {
        return Math.floorMod(31 * tenant.hashCode() + user.hashCode(), STRIPES);
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException unreachable) {
            throw refusal(unreachable);
        }
    }

    private static ProblemException refusal(StoreUnavailableException unreachable) {
        return new ProblemException(
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        Codes.UNAVAILABLE,
                        "the database with the sessions cannot be reached; try again later"),
                unreachable);
    }

    /**
     * A session as it was read.
     *
     * @param stripeEndings its stripe's count at that time
     */
    private record Known(StoredSession session, long stripeEndings) {}
}
