package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.communication.model.CommunicationChange.PutBlock;
import org.sightline.communication.model.CommunicationChange.PutChat;
import org.sightline.communication.model.CommunicationChange.PutContact;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.directory.Proposal;
import org.sightline.problem.ProblemException;
import org.sightline.store.StateChange;

/** What happens where there is no room, see docs/limits.md. */
class LimitsTest {

    private static final Person ANN = Town.person("a", "ann");
    private static final Person BEN = Town.person("b", "ben");

    private final Town town = new Town();

    @BeforeEach
    void twoTrustedCompanies() {
        town.tenant("a", "ann");
        town.tenant("b", "ben");
        town.trust("a", "b");
        town.sees(ANN, BEN);
    }

    @Test
    void nobodyHasMoreContactsThanTheLimit() {
        fill(ANN, Limits.CONTACTS, peer -> new PutContact(request(ANN, peer)));

        assertFull(() -> town.request(ANN, BEN));
        assertThat(town.contacts(BEN)).isEmpty();
    }

    @Test
    void aRequestToSomebodyWhoHasNoRoomDoesNotArriveAndNobodyIsTold() {
        fill(BEN, Limits.CONTACTS, peer -> new PutContact(request(BEN, peer)));

        assertThat(town.request(ANN, BEN).fresh()).isTrue();
        assertThat(town.contacts(ANN)).hasSize(1);
        assertThat(town.contacts(BEN)).hasSize(Limits.CONTACTS);
    }

    @Test
    void nobodyHasMoreChatsThanTheLimit() {
        fill(BEN, Limits.CHATS, peer -> new PutChat(new Chat("x", BEN.user(), peer, BEN, Instant.EPOCH)));

        assertFull(() -> town.start(ANN, BEN));
        assertThat(town.chats(ANN)).isEmpty();
    }

    @Test
    void nobodyBlocksMoreThanTheLimit() {
        fill(ANN, Limits.BLOCKS, peer -> new PutBlock(ANN.user(), peer, Instant.EPOCH));

        assertFull(() -> town.block(ANN, BEN));
        town.block(ANN, Town.person("z", "p1"));
        town.unblock(ANN, Town.person("z", "p1"));
        town.block(ANN, BEN);
        assertThat(town.check(BEN, ANN).canSend()).isFalse();
    }

    private interface Filling {

        CommunicationChange with(Person peer);
    }

    private void fill(Person owner, int count, Filling filling) {
        List<StateChange> changes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            changes.add(new StateChange.ChangeCommunication(filling.with(Town.person("z", "p" + number))));
        }
        town.tenants.apply(
                owner.tenant(),
                Town.actor(owner),
                own -> new Proposal<>(
                        changes, List.of(new Proposal.AuditNote("test.change", "thing", "x", null, null)), ""));
    }

    private static Contact request(Person owner, Person peer) {
        return new Contact(peer.user().value(), owner.user(), peer, false, Direction.OUTGOING, Instant.EPOCH);
    }

    private static void assertFull(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("limit_exceeded"));
    }
}
