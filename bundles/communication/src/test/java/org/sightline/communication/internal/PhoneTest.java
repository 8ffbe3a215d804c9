package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.Communication.PhonePage;
import org.sightline.communication.Peer;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.PhoneNumber;

/** Who is found by an exact phone number, and who is not. */
class PhoneTest {

    private static final Person ANN = Town.person("a", "ann");
    private static final Person ALF = Town.person("a", "alf");
    private static final Person BEN = Town.person("b", "ben");
    private static final Person CAT = Town.person("c", "cat");
    private static final PhoneNumber NUMBER = PhoneNumber.of("+49 89 1234").orElseThrow();

    private final Town town = new Town();

    @BeforeEach
    void threeCompaniesWithOneNumber() {
        town.tenant("a", "ann", "alf");
        town.tenant("b", "ben");
        town.tenant("c", "cat");
        town.mobile(ALF, "+49 (89) 12-34");
        town.mobile(BEN, "+49.89.1234");
        town.mobile(CAT, "+49891234");
    }

    @Test
    void strangersAreFoundWhenBothSettingsAllowIt() {
        assertThat(found()).containsExactly(BEN, CAT);
        town.communication.setFindByPhone(BEN, Town.actor(BEN), false);
        assertThat(found()).containsExactly(CAT);
        town.findByPhone(CAT.tenant(), false);
        assertThat(found()).isEmpty();
        town.communication.setFindByPhone(BEN, Town.actor(BEN), true);
        assertThat(found()).containsExactly(BEN);
    }

    @Test
    void insideATenantOnlyTheVisibleAreFoundWhateverTheirSettings() {
        town.findByPhone(ANN.tenant(), false);
        assertThat(found()).doesNotContain(ALF);
        town.sees(ANN, ALF);
        assertThat(found()).containsExactly(ALF, BEN, CAT);
        town.communication.setFindByPhone(ALF, Town.actor(ALF), false);
        assertThat(found()).contains(ALF);
    }

    @Test
    void trustAndContactsOpenNoOtherWay() {
        town.trust("a", "b");
        town.sees(ANN, BEN);
        town.becomeContacts(ANN, BEN);
        town.communication.setFindByPhone(BEN, Town.actor(BEN), false);
        assertThat(found()).doesNotContain(BEN);
    }

    @Test
    void onlyActiveMembersAreFoundUnderTheirPresentNumber() {
        town.status(BEN, MemberStatus.SUSPENDED);
        town.mobile(CAT, "+49 89 12345");
        assertThat(found()).isEmpty();
        town.status(BEN, MemberStatus.ACTIVE);
        town.mobile(BEN, "49 89 1234");
        assertThat(found()).as("without the plus it is another number").isEmpty();
    }

    @Test
    void theListComesInPieces() {
        town.sees(ANN, ALF);
        PhonePage first = town.communication.byPhone(town.now(ANN), town.number(ANN), NUMBER, 0, 2);
        assertThat(first.found()).extracting(Peer::name).containsExactly("Name of alf", "Name of ben");
        assertThat(first.more()).isTrue();
        PhonePage second = town.communication.byPhone(town.now(ANN), town.number(ANN), NUMBER, first.next(), 2);
        assertThat(second.found()).extracting(Peer::name).containsExactly("Name of cat");
        assertThat(second.more()).isFalse();
    }

    private List<Person> found() {
        return town.communication.byPhone(town.now(ANN), town.number(ANN), NUMBER, 0, 100).found().stream()
                .map(peer -> new Person(peer.tenant(), peer.user()))
                .toList();
    }
}
