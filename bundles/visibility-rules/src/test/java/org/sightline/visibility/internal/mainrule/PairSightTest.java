package org.sightline.visibility.internal.mainrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.spi.Sight;

/** Vendors' code that requests wait for throws, hangs and never lets go, and the requests go on. */
class PairSightTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final List<Throwable> failures = new ArrayList<>();
    private final PairWatch watch = new PairWatch(Duration.ofMillis(200));
    private final AtomicBoolean released = new AtomicBoolean();

    @AfterEach
    void stop() {
        released.set(true);
        watch.close();
    }

    private PairSight sight(BooleanSupplier answer) {
        return new PairSight(
                new Sight.Pairs() {
                    @Override
                    public boolean seesMember(int viewer, int member) {
                        return answer.getAsBoolean();
                    }

                    @Override
                    public boolean seesDepartment(int viewer, int department) {
                        return answer.getAsBoolean();
                    }
                },
                watch,
                failure -> {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                });
    }

    @Test
    void answersAsTheVendorDoes() {
        assertThat(sight(() -> true).seesMember(0, 1)).isTrue();
        assertThat(sight(() -> false).seesDepartment(0, 1)).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void theFirstFailureEndsIt() {
        AtomicInteger asked = new AtomicInteger();
        PairSight sight = sight(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("not this one");
        });
        assertThat(sight.seesMember(0, 1)).isFalse();
        assertThat(sight.seesMember(0, 1)).isFalse();
        assertThat(asked).hasValue(1);
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatHangsIsInterruptedAndTheRequestGoesOn() {
        PairSight sight = sight(() -> {
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertThat(sight.seesMember(0, 1)).isFalse();
        assertThat(Thread.interrupted())
                .as("the interrupt stays with the vendor")
                .isFalse();
        assertThat(sight.failed()).isTrue();
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("200 ms"));
    }

    @Test
    void whatNeverLetsGoTakesOnlySoManyThreads() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        PairSight stubborn = sight(() -> {
            inside.incrementAndGet();
            while (!released.get()) {
                Thread.onSpinWait();
            }
            return true;
        });
        AtomicInteger back = new AtomicInteger();
        List<Thread> requests = new ArrayList<>();
        for (int request = 0; request < 60; request++) {
            Thread thread = new Thread(() -> {
                if (!stubborn.seesMember(0, 1)) {
                    back.incrementAndGet();
                }
            });
            thread.setDaemon(true);
            thread.start();
            requests.add(thread);
        }
        await("those that found no room go on with the fallback").until(() -> back.get() >= 28);
        assertThat(inside).as("threads that are held").hasValueLessThanOrEqualTo(32);
        assertThat(stubborn.failed()).isTrue();
        released.set(true);
        for (Thread request : requests) {
            request.join();
        }
        assertThat(back).as("late answers do not count").hasValue(60);
    }
}
