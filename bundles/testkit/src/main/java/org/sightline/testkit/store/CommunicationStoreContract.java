package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.CommunicationChange.PutBlock;
import org.sightline.communication.model.CommunicationChange.PutChat;
import org.sightline.communication.model.CommunicationChange.PutContact;
import org.sightline.communication.model.CommunicationChange.PutPrivacy;
import org.sightline.communication.model.CommunicationChange.RemoveBlock;
import org.sightline.communication.model.CommunicationChange.RemoveChat;
import org.sightline.communication.model.CommunicationChange.RemoveContact;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.CommunicationStore;
import org.sightline.store.StateChange.ChangeCommunication;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.TenantStore;

/** What members have with each other is found at every revision, for each member by themself. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class CommunicationStoreContract {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId OTHER_ANNA = new UserId("Anna");
    private static final UserId BEN = new UserId("ben");
    private static final Instant LATER = Specimens.NOON.plusSeconds(60);

    private StoredTenant tenant;
    private StoredTenant other;

    /** Returns the store under test. */
    protected abstract CommunicationStore communication();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenants() {
        tenant = new StoredTenant(tenants());
        tenant.create();
        other = new StoredTenant(tenants());
        other.create();
    }

    @Test
    void nobodyHasAnythingAtFirst() {
        assertThat(now(tenant, ANNA)).isEqualTo(Ties.NONE);
        assertThat(now(tenant, ANNA).findByPhone()).isTrue();
        assertThat(communication().ties(TenantKey.random(), ANNA, 1)).isEqualTo(Ties.NONE);
    }

    @Test
    void everythingComesBackAsItWasGiven() {
        Person ben = person(other, BEN);
        Person self = person(tenant, ANNA);
        Contact contact = request("c1", ANNA, ben, Specimens.NOON);
        Chat chat = new Chat("x1", ANNA, ben, self, LATER);
        Person stranger = new Person(TenantKey.random(), new UserId("nobody"));
        Chat theirs = new Chat("x2", ANNA, stranger, stranger, Specimens.NOON);
        tenant.commit(
                new ChangeCommunication(new PutContact(contact)),
                new ChangeCommunication(new PutChat(chat)),
                new ChangeCommunication(new PutChat(theirs)),
                new ChangeCommunication(new PutBlock(ANNA, stranger, LATER)),
                new ChangeCommunication(new PutPrivacy(ANNA, false)));

        Ties ties = now(tenant, ANNA);
        assertThat(ties.contacts()).containsExactly(Map.entry(ben, contact));
        assertThat(ties.chats().values()).containsExactly(theirs, chat);
        assertThat(ties.blocks()).containsExactly(Map.entry(stranger, LATER));
        assertThat(ties.findByPhone()).isFalse();
        assertThat(now(tenant, OTHER_ANNA)).isEqualTo(Ties.NONE);
        assertThat(now(other, BEN)).isEqualTo(Ties.NONE);
    }

    @Test
    void theLastChangeAboutAThingCounts() {
        Person ben = person(other, BEN);
        Contact contact = request("c1", ANNA, ben, Specimens.NOON);
        tenant.commit(
                new ChangeCommunication(new PutContact(contact)),
                new ChangeCommunication(new PutContact(contact.agreed())),
                new ChangeCommunication(new PutBlock(ANNA, ben, LATER)),
                new ChangeCommunication(new RemoveBlock(ANNA, ben)),
                new ChangeCommunication(new PutPrivacy(ANNA, false)),
                new ChangeCommunication(new PutPrivacy(ANNA, true)));

        assertThat(now(tenant, ANNA)).isEqualTo(new Ties(Map.of(ben, contact.agreed()), Map.of(), Map.of(), true));
    }

    @Test
    void pastRevisionsStayAsTheyWere() {
        Person ben = person(other, BEN);
        Contact contact = request("c1", ANNA, ben, Specimens.NOON);
        Chat chat = new Chat("x1", ANNA, ben, ben, LATER);
        long asked =
                tenant.commit(new ChangeCommunication(new PutContact(contact))).revision();
        long agreed = tenant.commit(
                        new ChangeCommunication(new PutContact(contact.agreed())),
                        new ChangeCommunication(new PutChat(chat)),
                        new ChangeCommunication(new PutPrivacy(ANNA, false)))
                .revision();
        long gone = tenant.commit(
                        new ChangeCommunication(new RemoveContact(ANNA, ben)),
                        new ChangeCommunication(new RemoveChat(ANNA, ben)),
                        new ChangeCommunication(new PutPrivacy(ANNA, true)))
                .revision();

        assertThat(at(asked - 1)).isEqualTo(Ties.NONE);
        assertThat(at(asked).contact(ben)).contains(contact);
        assertThat(at(asked).findByPhone()).isTrue();
        assertThat(at(agreed).contact(ben)).contains(contact.agreed());
        assertThat(at(agreed).chat(ben)).contains(chat);
        assertThat(at(agreed).findByPhone()).isFalse();
        assertThat(at(gone)).isEqualTo(Ties.NONE);
    }

    @Test
    void aChangeOfTwoTenantsIsThereOnBothSides() {
        Person anna = person(tenant, ANNA);
        Person ben = person(other, BEN);
        tenants()
                .commit(List.of(
                        tenant.changes(1, new ChangeCommunication(new PutContact(request("c1", ANNA, ben, LATER)))),
                        other.changes(
                                1,
                                new ChangeCommunication(new PutContact(
                                        new Contact("c1", BEN, anna, false, Direction.INCOMING, LATER))))));

        assertThat(now(tenant, ANNA).contact(ben)).isPresent();
        assertThat(now(other, BEN).contact(anna)).isPresent();
    }

    @Test
    void whoIsTiedToATenantIsKnown() {
        Person ben = person(other, BEN);
        tenant.commit(
                new ChangeCommunication(new PutContact(request("c1", ANNA, ben, LATER))),
                new ChangeCommunication(new PutChat(new Chat("x1", ANNA, ben, ben, LATER))),
                new ChangeCommunication(new PutChat(new Chat("x2", OTHER_ANNA, ben, ben, LATER))),
                new ChangeCommunication(new PutContact(request("c2", BEN, person(tenant, ANNA), LATER))));

        assertThat(communication().tiedTo(other.key()))
                .containsExactly(person(tenant, OTHER_ANNA), person(tenant, ANNA));
        assertThat(communication().tiedTo(tenant.key())).isEmpty();
        tenant.commit(new ChangeCommunication(new RemoveChat(OTHER_ANNA, ben)));
        assertThat(communication().tiedTo(other.key())).containsExactly(person(tenant, ANNA));
    }

    @Test
    void aDroppedTenantLeavesNothing() {
        Person ben = person(other, BEN);
        tenant.commit(
                new ChangeCommunication(new PutContact(request("c1", ANNA, ben, LATER))),
                new ChangeCommunication(new PutBlock(ANNA, ben, LATER)),
                new ChangeCommunication(new PutPrivacy(ANNA, false)));
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));
        tenant.create();

        assertThat(now(tenant, ANNA)).isEqualTo(Ties.NONE);
        assertThat(communication().tiedTo(other.key())).isEmpty();
    }

    @Test
    void membersAreFoundByTheirPresentNumberHoweverItIsWritten() {
        PhoneNumber number = PhoneNumber.of(
                        "+49 (89) 123-4" + other.key().value().hashCode() % 1000)
                .orElseThrow();
        String digits = number.key().substring(1);
        tenant.commit(
                new PutMember(member("written", "+" + digits.substring(0, 2) + " " + digits.substring(2))),
                new PutMember(member("without-plus", digits)),
                new PutMember(member("words", number.key() + " (ask for Bob)")),
                new PutMember(member("gone", number.key())));
        other.commit(new PutMember(member("elsewhere", number.key())));
        assertThat(communication().membersWithPhone(number))
                .containsExactlyInAnyOrder(
                        new Person(tenant.key(), new UserId("written")),
                        new Person(tenant.key(), new UserId("gone")),
                        new Person(other.key(), new UserId("elsewhere")));

        tenant.commit(new PutMember(member("gone", "1")));
        assertThat(communication().membersWithPhone(number))
                .doesNotContain(new Person(tenant.key(), new UserId("gone")));
    }

    private static Member member(String id, String mobile) {
        return new Member(
                new UserId(id),
                id,
                new Profile(null, null, mobile, null, null, null, null),
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    private static Contact request(String id, UserId owner, Person peer, Instant at) {
        return new Contact(id, owner, peer, false, Direction.OUTGOING, at);
    }

    private static Person person(StoredTenant of, UserId user) {
        return new Person(of.key(), user);
    }

    private Ties now(StoredTenant of, UserId user) {
        return communication().ties(of.key(), user, tenants().revision(of.key()).orElse(0));
    }

    private Ties at(long revision) {
        return communication().ties(tenant.key(), ANNA, revision);
    }
}
