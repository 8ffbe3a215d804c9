package org.sightline.testkit.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.store.AnswerStore;

/** Keeps answers in memory; for tests. Safe for any number of threads. */
public final class InMemoryAnswerStore implements AnswerStore {

    private final Map<ScopedKey, KeptAnswer> answers = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryAnswerStore() {}

    @Override
    public Optional<KeptAnswer> reserve(String scope, String key, String requestDigest, Instant now) {
        return Optional.ofNullable(
                answers.putIfAbsent(new ScopedKey(scope, key), new KeptAnswer(requestDigest, 0, "", "", now)));
    }

    @Override
    public void complete(String scope, String key, int status, String body, String location) {
        answers.computeIfPresent(
                new ScopedKey(scope, key),
                (unused, kept) -> new KeptAnswer(kept.requestDigest(), status, body, location, kept.reservedAt()));
    }

    @Override
    public void release(String scope, String key) {
        answers.computeIfPresent(new ScopedKey(scope, key), (unused, kept) -> kept.status() == 0 ? null : kept);
    }

    @Override
    public void removeOlder(Instant before) {
        answers.values().removeIf(kept -> kept.reservedAt().isBefore(before));
    }

    private record ScopedKey(String scope, String key) {}
}
