package org.sightline.access.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one secret that is not a session: whoever holds it is the operator. Only its digest is kept in memory. */
final class OperatorToken {

    /** The environment variable that sets the token. */
    static final String VARIABLE = "SIGHTLINE_OPERATOR_TOKEN";

    /** The file in the data directory, when the variable is not set. */
    static final String FILE = "operator.token";

    private static final int LEAST_LENGTH = 32;
    private static final int RANDOM_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

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
        if (!Files.exists(file)) {
            write(file, generated());
        }
        closeToOthers(file);
        return new OperatorToken(longEnough(Files.readString(file).strip(), "file " + file));
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

    private static String generated() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "slo_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Under another name first: the file is never seen half written, nor by others. */
    private static void write(Path file, String token) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", ownerOnly(file));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((token + "\n").getBytes(UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void closeToOthers(Path file) throws IOException {
        if (isPosix(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
