package org.sightline.testkit.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.SessionStore;

/** Keeps sessions in memory and finds passwords where they were committed; for tests. Safe for any number of threads. */
public final class InMemorySessionStore implements SessionStore {

    private final Map<String, StoredSession> sessions = new ConcurrentHashMap<>();
    private final InMemoryTenantStore tenants;

    /**
     * Creates a store without sessions.
     *
     * @param tenants where passwords are committed; a tenant dropped there loses its sessions here
     */
    public InMemorySessionStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
        tenants.whenDropped(
                tenant -> sessions.values().removeIf(session -> session.tenant().equals(tenant)));
    }

    @Override
    public Optional<String> passwordHash(TenantKey tenant, UserId user) {
        return tenants.passwordHash(tenant, user);
    }

    @Override
    public void put(StoredSession session) {
        sessions.put(session.digest(), session);
    }

    @Override
    public Optional<StoredSession> find(String digest) {
        return Optional.ofNullable(sessions.get(digest));
    }

    @Override
    public Set<String> present(Set<String> digests) {
        return digests.stream().filter(sessions::containsKey).collect(Collectors.toSet());
    }

    @Override
    public void remove(String digest) {
        sessions.remove(digest);
    }

    @Override
    public void removeAll(TenantKey tenant, UserId user) {
        sessions.values()
                .removeIf(session ->
                        session.tenant().equals(tenant) && session.user().equals(user));
    }

    @Override
    public void removeExpired(Instant before) {
        sessions.values().removeIf(session -> session.expiresAt().isBefore(before));
    }
}
