package org.sightline.access;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Encrypts secrets that the server must be able to read again with a key of its own, and digests those it only has to
 * recognise.
 */
@ProviderType
public interface SecretBox {

    /** Returns what may be stored; different each time. */
    String seal(String secret);

    /**
     * Returns the secret again.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable} when it was sealed with another key
     */
    String open(String sealed);

    /** Returns what a random secret is found by; the same each time, and tells nothing about the secret. */
    String digest(String secret);
}
