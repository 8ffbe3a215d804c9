package org.sightline.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Durable answers to requests that carried an idempotency key. Throws {@link StoreUnavailableException} when the
 * database cannot be reached.
 */
@ConsumerType
public interface AnswerStore {

    /**
     * Reserves a key for a request that is about to run.
     *
     * @return what is known of an earlier request with the same scope and key; empty when the key is now ours
     */
    Optional<KeptAnswer> reserve(String scope, String key, String requestDigest, Instant now);

    /** Keeps the answer to a reserved request. */
    void complete(String scope, String key, int status, String body, String location);

    /** Gives a reservation back, after a request that did not succeed. */
    void release(String scope, String key);

    /** Removes what was reserved before an instant. */
    void removeOlder(Instant before);

    /**
     * An earlier request with the same key.
     *
     * @param requestDigest of its path and body
     * @param status        of its answer; 0 while it has none
     * @param body          of its answer, without secrets; empty while it has none
     * @param location      its Location header; empty when it had none
     * @param reservedAt    when it came
     */
    record KeptAnswer(String requestDigest, int status, String body, String location, Instant reservedAt) {}
}
