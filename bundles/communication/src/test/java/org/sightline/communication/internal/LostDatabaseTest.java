package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.CommunicationStore;
import org.sightline.store.StoreUnavailableException;
import org.sightline.testkit.store.InMemoryCommunicationStore;

/** Without the database there is what was read before, and otherwise a refusal that says to try again. */
class LostDatabaseTest {

    private static final Person ANN = Town.person("a", "ann");
    private static final Person ALF = Town.person("a", "alf");
    private static final Person AMY = Town.person("a", "amy");

    private final Town town = new Town();
    private final Losable store = new Losable(new InMemoryCommunicationStore(town.store));
    private final MemberCommunication communication =
            new MemberCommunication(town.tenants, town.tenants, town.sight, store, () -> Instant.EPOCH, town.sight);

    @BeforeEach
    void aCompany() {
        town.tenant("a", "ann", "alf", "amy");
        town.sees(ANN, ALF);
        town.sees(ANN, AMY);
    }

    @Test
    void whatWasReadBeforeIsStillKnown() {
        assertThat(check(ALF).canStartChat()).isTrue();
        store.lost = true;
        assertThat(check(ALF).canStartChat()).isTrue();
        assertThatThrownBy(() -> check(AMY)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().kind())
                .isEqualTo(ProblemKind.UNAVAILABLE));
        assertThatThrownBy(() -> communication.byPhone(
                        town.now(ANN), town.number(ANN), PhoneNumber.of("1").orElseThrow(), 0, 1))
                .isInstanceOf(ProblemException.class);
        store.lost = false;
        assertThat(check(AMY).canStartChat()).isTrue();
    }

    private ChatAnswer check(Person peer) {
        return communication.check(town.now(ANN), town.number(ANN), peer);
    }

    private static final class Losable implements CommunicationStore {

        private final CommunicationStore store;
        private boolean lost;

        Losable(CommunicationStore store) {
            this.store = store;
        }

        private CommunicationStore store() {
            if (lost) {
                throw new StoreUnavailableException("lost", new IllegalStateException());
            }
            return store;
        }

        @Override
        public Ties ties(TenantKey tenant, UserId user, long revision) {
            return store().ties(tenant, user, revision);
        }

        @Override
        public List<Person> tiedTo(TenantKey tenant) {
            return store().tiedTo(tenant);
        }

        @Override
        public List<Person> membersWithPhone(PhoneNumber number) {
            return store().membersWithPhone(number);
        }
    }
}
