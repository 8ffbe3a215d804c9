package org.sightline.console.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.apache.karaf.jaas.modules.Encryption;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id for {@code etc/users.properties}; chosen there by {@code encryption.name = argon2}. A hash reads
 * {@code argon2id$<KiB>$<passes>$<salt>$<hash>}, without commas, which that file keeps for roles.
 */
final class Argon2Passwords implements EncryptionService, Encryption {

    private static final String SCHEME = "argon2id";
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Encryption createEncryption(Map<String, String> options) {
        return this;
    }

    @Override
    public String encryptPassword(String plain) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(plain, salt, MEMORY_KIB, PASSES);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                "$",
                SCHEME,
                String.valueOf(MEMORY_KIB),
                String.valueOf(PASSES),
                text.encodeToString(salt),
                text.encodeToString(hash));
    }

    @Override
    public boolean checkPassword(String plain, String encrypted) {
        String[] parts = encrypted.split("\\$", -1);
        if (parts.length != 5 || !parts[0].equals(SCHEME)) {
            return false;
        }
        try {
            byte[] salt = Base64.getUrlDecoder().decode(parts[3]);
            byte[] expected = Base64.getUrlDecoder().decode(parts[4]);
            byte[] actual = hash(plain, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            return MessageDigest.isEqual(actual, expected);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static byte[] hash(String plain, byte[] salt, int memoryKib, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(plain.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
