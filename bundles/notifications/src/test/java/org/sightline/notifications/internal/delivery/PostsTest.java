package org.sightline.notifications.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

class PostsTest {

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Posts posts = new Posts(Clock.systemUTC(), new Posts.Asking(threads, Duration.ofSeconds(2), alarms));
    private final AtomicInteger named = new AtomicInteger();

    @AfterEach
    void stop() {
        posts.close();
        threads.shutdownNow();
        alarms.shutdownNow();
    }

    private NotificationChannel add(Supplier<String> id) {
        NotificationChannel channel = new NotificationChannel() {
            @Override
            public String id() {
                return id.get();
            }

            @Override
            public void deliver(Card card) {
                throw new AssertionError("nothing is delivered here");
            }
        };
        posts.add(channel, 0, 1, named::incrementAndGet);
        return channel;
    }

    private void awaitFault(String what) {
        await(what).until(() -> posts.faults().stream().anyMatch(fault -> fault.contains(what)));
        assertThat(posts.infos()).anySatisfy(info -> {
            assertThat(info.state()).isEqualTo(PolicyInfo.State.QUARANTINED);
            assertThat(info.detail()).contains(what);
            assertThat(info.id()).startsWith(PostsTest.class.getName());
        });
    }

    @Test
    void oneThatHangsInItsIdKeepsNobodyFromRegisteringAndIsReported() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        NotificationChannel hanging = add(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return "too-late";
        });
        add(() -> "fine");
        await("the other one").until(() -> posts.ids().contains("fine"));
        assertThat(posts.faults()).as("the first still has time").isEmpty();
        assertThat(posts.infos()).hasSize(1);

        awaitFault("took longer than");
        await("interrupted").untilTrue(interrupted);
        assertThat(posts.ids()).as("what comes too late does not count").containsExactly("fine");
        assertThat(named).hasValue(1);

        posts.remove(hanging);
        assertThat(posts.faults()).isEmpty();
        assertThat(posts.infos()).hasSize(1);
    }

    @Test
    void oneThatThrowsAnErrorIsReported() {
        add(() -> {
            throw new NoClassDefFoundError("com/vendor/Missing");
        });
        awaitFault("NoClassDefFoundError: com/vendor/Missing");
    }

    @Test
    void oneThatAnswersNothingIsReported() {
        add(() -> null);
        awaitFault("answered nothing");
    }

    @Test
    void oneWithAnImproperIdIsReported() {
        add(() -> "No Good");
        awaitFault("does not match [a-z0-9_.-]{1,64}");
    }

    @Test
    void oneThatIsTakenAwayWhileItIsAskedDoesNotServe() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        NotificationChannel slow = add(() -> {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "slow";
        });
        await("asked").until(() -> asked.getCount() == 0);
        posts.remove(slow);
        answers.countDown();
        await("answered").until(() -> named.get() == 1);
        assertThat(posts.ids()).isEmpty();
        assertThat(posts.infos()).isEmpty();
    }
}
