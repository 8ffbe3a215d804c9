package org.sightline.access.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.access.PasswordHashing;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/**
 * Hashes passwords with Argon2id (RFC 9106) into PHC strings that carry their own parameters, so that hashes of older
 * settings keep matching. Only so many run at the same time: each takes megabytes.
 */
@Component(configurationPid = AccessSettings.PID)
public final class Argon2Hashing implements PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_MEMORY_KIB = 8 * 1024;
    private static final int LEAST_ITERATIONS = 2;

    /** Longer than a burst of logins takes, shorter than a client's patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordRules rules;
    private final Argon2Function function;
    private final Semaphore places;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    /** Creates the service with its settings. */
    @Activate
    public Argon2Hashing(AccessSettings settings) {
        this(
                new PasswordRules(settings.password__min__length(), settings.password__max__length()),
                settings.hash__memory__kib(),
                settings.hash__iterations(),
                concurrency(settings.max__concurrent__hashings()),
                PATIENCE);
    }

    /**
     * Creates the service.
     *
     * @param places   how many passwords are hashed at the same time
     * @param patience how long a caller waits for a place
     */
    Argon2Hashing(PasswordRules rules, int memoryKib, int iterations, int places, Duration patience) {
        if (memoryKib < LEAST_MEMORY_KIB || iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException("password hashes with hash_memory_kib = " + memoryKib
                    + " and hash_iterations = " + iterations + " would be easy to break: set them to at least "
                    + LEAST_MEMORY_KIB + " and " + LEAST_ITERATIONS);
        }
        this.rules = rules;
        this.function = Argon2Function.getInstance(memoryKib, iterations, 1, HASH_BYTES, Argon2.ID);
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    @Override
    public String hash(String pointer, String password) {
        byte[] accepted = rules.accepted(pointer, password).getBytes(UTF_8);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> function.hash(accepted, salt).getResult());
    }

    @Override
    public boolean matches(String password, String hash) {
        boolean canBeRight = rules.canBeRight(password);
        byte[] candidate = PasswordRules.normalised(canBeRight ? password : "").getBytes(UTF_8);
        boolean same = inTurn(() -> Argon2Function.getInstanceFromHash(hash).check(candidate, hash.getBytes(US_ASCII)));
        return same && canBeRight;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!taken()) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "too many passwords are being checked at this moment; try again in a few seconds")
                    .exception();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean taken() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int concurrency(int setting) {
        return setting > 0 ? setting : Runtime.getRuntime().availableProcessors();
    }
}
