package org.sightline.access.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.sightline.settings.EnvironmentVariable;

/** The one secret that is not a session: whoever holds it is the operator. Only its digest is kept in memory. */
final class OperatorToken {

    /** The environment variable that sets the token. */
    static final String VARIABLE = EnvironmentVariable.SIGHTLINE_OPERATOR_TOKEN.name();

    /** The file in the data directory, when the variable is not set. */
    static final String FILE = "operator.token";

    private static final int LEAST_LENGTH = 32;
    private static final String PREFIX = "slo_";

    private final byte[] digest;

    private OperatorToken(String token) {
        this.digest = SecretDigest.of(token);
    }

    /**
     * Takes the token from the environment, else from the file; writes the file when there is none.
     *
     * @param fromEnvironment the variable's value; null or empty when it is not set
     * @param dataDirectory   where the file is
     * @throws IllegalStateException when the token is shorter than 32 characters
     * @throws IOException           when the file can be neither read nor written
     */
    static OperatorToken load(@Nullable String fromEnvironment, Path dataDirectory) throws IOException {
        if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
            return new OperatorToken(longEnough(fromEnvironment, "environment variable " + VARIABLE));
        }
        Path file = dataDirectory.resolve(FILE);
        return new OperatorToken(longEnough(SecretFile.readOrCreate(file, PREFIX), "file " + file));
    }

    /** Whether this is the operator's token; takes as long for a near miss as for anything else. */
    boolean matches(String token) {
        return MessageDigest.isEqual(digest, SecretDigest.of(token));
    }

    private static String longEnough(String token, String source) {
        if (token.length() < LEAST_LENGTH) {
            throw new IllegalStateException("the operator token in " + source + " has " + token.length()
                    + " characters; use at least " + LEAST_LENGTH + " random ones, from `openssl rand -hex 32` say");
        }
        return token;
    }
}
