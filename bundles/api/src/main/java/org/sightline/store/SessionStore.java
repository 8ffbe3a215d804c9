package org.sightline.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Durable sessions and passwords. Throws {@link StoreUnavailableException} when the database cannot be reached. */
@ConsumerType
public interface SessionStore {

    /** Returns the hash of a member's password; empty when there is none. */
    Optional<String> passwordHash(TenantKey tenant, UserId user);

    /** Keeps a session. */
    void put(StoredSession session);

    /** Returns the session with this digest, expired or not; empty when there is none. */
    Optional<StoredSession> find(String digest);

    /** Returns those of the digests that belong to a session, expired or not, in one question. */
    Set<String> present(Set<String> digests);

    /** Ends one session; does nothing when there is none. */
    void remove(String digest);

    /** Ends all sessions of a member. */
    void removeAll(TenantKey tenant, UserId user);

    /** Removes what expired before an instant. */
    void removeExpired(Instant before);

    /**
     * A session as stored.
     *
     * @param digest    of the token; the token itself is nowhere
     * @param tenant    whose
     * @param user      whose
     * @param createdAt when it began
     * @param expiresAt when it ends
     */
    record StoredSession(String digest, TenantKey tenant, UserId user, Instant createdAt, Instant expiresAt) {}
}
