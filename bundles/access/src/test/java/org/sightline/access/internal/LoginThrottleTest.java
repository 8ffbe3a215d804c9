package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sightline.access.internal.ProblemAssertions.problemOf;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

class LoginThrottleTest {

    private static final TenantKey ACME = new TenantKey("acme");
    private static final Account ANNA = Account.of(ACME, new UserId("anna"));
    private static final Account BEN = Account.of(ACME, new UserId("ben"));

    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void refusesTheSixthTryButNobodyElses() {
        fail(ANNA, 5);
        Problem refusal = problemOf(() -> throttle.begin(ANNA));
        assertThat(refusal.kind()).isEqualTo(ProblemKind.RATE_LIMITED);
        assertThat(refusal.code()).isEqualTo(Codes.RATE_LIMITED);
        assertThat(refusal.members()).containsEntry("retry_after", 20L);
        assertThatCode(() -> throttle.begin(BEN)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.begin(Account.of(new TenantKey("other"), new UserId("anna"))))
                .doesNotThrowAnyException();
    }

    @Test
    void growsUpToAQuarterOfAnHour() {
        fail(ANNA, 5);
        long last = 0;
        for (int refusal = 0; refusal < 50; refusal++) {
            long wait = retryAfter(ANNA);
            assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(900);
            last = wait;
        }
        assertThat(last).isEqualTo(900);
    }

    @Test
    void letsOneTryInAfterTheWaitAndThenWaitsLonger() {
        fail(ANNA, 5);
        clock.forward(Duration.ofSeconds(10));
        fail(ANNA, 1);
        assertThat(retryAfter(ANNA)).isEqualTo(40);
    }

    @Test
    void forgivesAfterASuccess() {
        fail(ANNA, 4);
        throttle.begin(ANNA);
        throttle.succeeded(ANNA);
        fail(ANNA, 5);
        assertThat(retryAfter(ANNA)).isEqualTo(20);
    }

    @Test
    void doesNotCountTriesThatCameToNoResult() {
        for (int each = 0; each < 20; each++) {
            throttle.begin(ANNA);
            throttle.abandoned(ANNA);
        }
        fail(ANNA, 5);
        assertThat(retryAfter(ANNA)).isEqualTo(20);
    }

    @Test
    void forgetsWhenNobodyTriesForLong() {
        fail(ANNA, 5);
        clock.forward(Duration.ofHours(13));
        fail(ANNA, 5);
        assertThat(retryAfter(ANNA)).isEqualTo(20);
    }

    @Test
    void letsExactlyFiveOfManyAtTheSameTimeIn() throws Exception {
        int callers = 64;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(callers);
        AtomicInteger admitted = new AtomicInteger();
        try {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    tryOnce(start, admitted);
                    end.countDown();
                });
            }
            start.countDown();
            assertThat(end.await(30, TimeUnit.SECONDS)).as("all have tried").isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(admitted).hasValue(5);
    }

    @Test
    void keepsNoLongTextOfUnknownLogins() {
        Account unknown = Account.unknown(ACME, "x".repeat(1_000_000));
        assertThat(unknown.name()).hasSizeLessThan(80);
        assertThat(Account.unknown(ACME, "Nobody@Acme.example"))
                .isEqualTo(Account.unknown(ACME, "nobody@acme.example"));
    }

    private void tryOnce(CountDownLatch start, AtomicInteger admitted) {
        try {
            start.await();
            throttle.begin(ANNA);
            admitted.incrementAndGet();
            throttle.failed(ANNA);
        } catch (ProblemException refused) {
            assertThat(refused.problem().kind()).isEqualTo(ProblemKind.RATE_LIMITED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Account account, int times) {
        for (int each = 0; each < times; each++) {
            throttle.begin(account);
            throttle.failed(account);
        }
    }

    private long retryAfter(Account account) {
        return (long) problemOf(() -> throttle.begin(account)).members().get("retry_after");
    }
}
