package org.sightline.rest.internal;

import java.time.Instant;
import java.util.Optional;
import org.sightline.store.AnswerStore;
import org.sightline.store.StoreUnavailableException;
import org.sightline.testkit.store.InMemoryAnswerStore;

/** Keeps answers in memory, and can be away when one is to be kept or a key to be given back. */
final class LosableAnswers implements AnswerStore {

    private final AnswerStore kept = new InMemoryAnswerStore();

    boolean away;

    @Override
    public Optional<KeptAnswer> reserve(String scope, String key, String requestDigest, Instant now) {
        return kept.reserve(scope, key, requestDigest, now);
    }

    @Override
    public void complete(String scope, String key, int status, String body, String location) {
        requireHere();
        kept.complete(scope, key, status, body, location);
    }

    @Override
    public void release(String scope, String key) {
        requireHere();
        kept.release(scope, key);
    }

    @Override
    public void removeOlder(Instant before) {
        kept.removeOlder(before);
    }

    private void requireHere() {
        if (away) {
            throw new StoreUnavailableException("away for this test", new IllegalStateException());
        }
    }
}
