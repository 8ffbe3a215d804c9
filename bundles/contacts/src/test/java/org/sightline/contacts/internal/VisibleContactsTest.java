package org.sightline.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.bruteforce.BruteForceEngine;
import org.sightline.testkit.trust.FixedVisibility;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;

/** Looking at contacts while what stands behind them is away. */
class VisibleContactsTest {

    @Test
    void contactsAreShownWhileTheDatabaseIsAway() throws InterruptedException {
        var state = RandomWorlds.world(1, 10);
        TenantSnapshot snapshot = WorldSnapshot.tenant(state);
        CountDownLatch asked = new CountDownLatch(1);
        VisibleContacts contacts = new VisibleContacts(
                new FixedVisibility(any -> new BruteForceEngine(snapshot.directory(), new BruteForce(state, null))),
                () -> {
                    asked.countDown();
                    throw Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "away")
                            .exception();
                });

        assertThat(contacts.view(snapshot, 0)).isNotNull();
        assertThat(asked.await(10, TimeUnit.SECONDS))
                .as("the tenants that are gone were looked for")
                .isTrue();
        assertThat(contacts.view(snapshot, 1)).isNotNull();
        contacts.stop();
    }
}
