package org.sightline.access.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.access.SecretBox;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.settings.EnvironmentVariable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts with AES-256-GCM and digests with HMAC-SHA-256, under two keys derived from the server's one. Immediate,
 * because the first start writes that key.
 */
@Component(immediate = true)
public final class KeyedSecretBox implements SecretBox {

    /** The environment variable that sets the key, the same for all servers on one database. */
    static final String VARIABLE = EnvironmentVariable.SIGHTLINE_SERVER_KEY.name();

    /** The file in the data directory, when the variable is not set. */
    static final String FILE = "server.key";

    private static final Logger LOG = LoggerFactory.getLogger(KeyedSecretBox.class);
    private static final int LEAST_LENGTH = 32;
    private static final String FORMAT = "1.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecretKey sealing;
    private final SecretKey digesting;
    private final SecureRandom random = new SecureRandom();

    /**
     * Takes the key from the environment, else from the file, which the first start writes.
     *
     * @throws IOException           when the file can be neither read nor written
     * @throws IllegalStateException when the key is shorter than 32 characters
     */
    @Activate
    public KeyedSecretBox() throws IOException {
        this(key(System.getenv(VARIABLE), Path.of(System.getProperty("sightline.data", "data"))));
    }

    /**
     * Uses a key.
     *
     * @throws IllegalStateException when the key is shorter than 32 characters
     */
    KeyedSecretBox(String key) {
        if (key.length() < LEAST_LENGTH) {
            throw new IllegalStateException("the server's key has " + key.length() + " characters; use at least "
                    + LEAST_LENGTH + " random ones, from `openssl rand -hex 32` say");
        }
        SecretKey root = new SecretKeySpec(key.getBytes(UTF_8), MAC);
        this.sealing = new SecretKeySpec(mac(root, "sightline seal"), "AES");
        this.digesting = new SecretKeySpec(mac(root, "sightline digest"), MAC);
    }

    /** Returns the key that applies. */
    static String key(@Nullable String fromEnvironment, Path dataDirectory) throws IOException {
        if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
            return fromEnvironment;
        }
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            LOG.info("there is no {}; a new one is made: keep a copy apart from the backups", file);
        }
        return SecretFile.readOrCreate(file, "");
    }

    @Override
    public String seal(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8));
        byte[] sealed = ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return FORMAT + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public String open(String sealed) {
        try {
            if (!sealed.startsWith(FORMAT)) {
                throw new IllegalArgumentException("unknown format");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.substring(FORMAT.length())));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] hidden = new byte[bytes.remaining()];
            bytes.get(hidden);
            return new String(crypt(Cipher.DECRYPT_MODE, nonce, hidden), UTF_8);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "a kept secret was made with another server key and cannot be read here; give this server"
                                    + " the same key, or make the secret anew"),
                    e);
        }
    }

    @Override
    public String digest(String secret) {
        return HexFormat.of().formatHex(mac(digesting, secret));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (javax.crypto.AEADBadTagException e) {
            throw new IllegalArgumentException("sealed with another key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static byte[] mac(SecretKey key, String content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
