package org.sightline.access;

import org.osgi.annotation.versioning.ProviderType;

/** Turns passwords into what may be stored, by a memory-hard function. */
@ProviderType
public interface PasswordHashing {

    /**
     * Checks that a password is acceptable and hashes it.
     *
     * @param pointer where the password stands in the caller's JSON, for the fault
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is too short, too long or has control
     *     characters; {@code unavailable} when too many passwords are being hashed at this moment
     */
    String hash(String pointer, String password);

    /**
     * Whether the password is the one the hash was made of.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable} when too many passwords are being hashed at
     *     this moment
     */
    boolean matches(String password, String hash);
}
