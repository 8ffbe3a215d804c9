package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.problem.ProblemException;

/** Two members act at the same moment, many times; whatever comes out is the same on both sides. */
class RacesTest {

    private static final int ROUNDS = 300;

    private final Town town = new Town();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void twoTrustedCompanies() {
        String[] people = new String[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            people[round] = "m" + round;
        }
        town.tenant("a", people);
        town.tenant("b", people);
        town.trust("a", "b");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void requestsFromBothSidesAtOnceMakeThemContacts() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person ann = Town.person("a", "m" + round);
            Person ben = Town.person("b", "m" + round);
            List<Object> made = atOnce(() -> town.request(ann, ben), () -> town.request(ben, ann));

            assertThat(made)
                    .as("round %d", round)
                    .extracting(each -> ((Made<?>) each).fresh())
                    .containsOnly(true);
            assertThat(made)
                    .extracting(each -> ((Listed<?>) ((Made<?>) each).value()).tie())
                    .extracting(tie -> ((Contact) tie).accepted())
                    .containsExactlyInAnyOrder(true, false);
            assertThat(town.contactWith(ann, ben).accepted()).isTrue();
            assertThat(town.contactWith(ben, ann).accepted()).isTrue();
            assertThat(town.contactWith(ann, ben).id())
                    .isEqualTo(town.contactWith(ben, ann).id());
        }
    }

    @Test
    void acceptingAndTakingBackAtOnceLeavesBothWithTheSame() throws Exception {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Person ann = Town.person("a", "m" + round);
            Person ben = Town.person("b", "m" + round);
            String id = town.request(ann, ben).value().tie().id();
            List<Object> outcome = atOnce(
                    () -> town.communication.acceptContact(ben, Town.actor(ben), id),
                    () -> town.communication.deleteContact(ann, Town.actor(ann), id));

            assertThat(outcome.get(1)).as("taking back always works").isNotInstanceOf(ProblemException.class);
            assertThat(town.contacts(ann)).as("round %d", round).isEmpty();
            assertThat(town.contacts(ben)).as("round %d", round).isEmpty();
            accepted += outcome.get(0) instanceof ProblemException ? 0 : 1;
        }
        assertThat(accepted).isBetween(0, ROUNDS);
    }

    @Test
    void acceptingAndRejectingAtOnceEndsInOneOfTheTwo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person ann = Town.person("a", "m" + round);
            Person ben = Town.person("b", "m" + round);
            String id = town.request(ann, ben).value().tie().id();
            atOnce(
                    () -> town.communication.acceptContact(ben, Town.actor(ben), id),
                    () -> town.communication.deleteContact(ben, Town.actor(ben), id));

            assertThat(town.contacts(ben)).as("round %d", round).isEmpty();
            assertThat(town.contacts(ann))
                    .as("ended after it was accepted, or rejected without a word")
                    .allMatch(Contact::isOutgoingRequest);
        }
    }

    @Test
    void chatsStartedFromBothSidesAtOnceAreOneChat() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person ann = Town.person("a", "m" + round);
            Person ben = Town.person("b", "m" + round);
            town.sees(ann, ben);
            town.sees(ben, ann);
            List<Object> made = atOnce(() -> town.start(ann, ben), () -> town.start(ben, ann));

            assertThat(made)
                    .as("round %d", round)
                    .extracting(each -> ((Made<?>) each).fresh())
                    .containsExactlyInAnyOrder(true, false);
            Chat mine = town.chats(ann).get(0);
            Chat theirs = town.chats(ben).get(0);
            assertThat(mine.id()).isEqualTo(theirs.id());
            assertThat(mine.startedBy()).isEqualTo(theirs.startedBy());
        }
    }

    @Test
    void blockingAndStartingAtOnceNeverLetsABlockedOneStartLater() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person ann = Town.person("a", "m" + round);
            Person ben = Town.person("b", "m" + round);
            town.sees(ann, ben);
            atOnce(() -> town.start(ann, ben), () -> {
                town.block(ben, ann);
                return true;
            });

            assertThat(town.check(ann, ben).canSend()).as("round %d", round).isFalse();
            assertThat(town.chats(ann)).hasSameSizeAs(town.chats(ben));
        }
    }

    /** Returns what each gave or how it was refused. */
    private List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<?>> futures = new ArrayList<>();
        for (Callable<?> each : List.of(one, other)) {
            futures.add(threads.submit(() -> {
                start.await();
                return each.call();
            }));
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<?> future : futures) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof ProblemException refusal)) {
                    throw e;
                }
                outcomes.add(refusal);
            }
        }
        return outcomes;
    }
}
