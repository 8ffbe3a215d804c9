package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;

/** How contacts come and go, and what of it nobody learns. */
class ContactRequestsTest {

    private static final Person ANN = Town.person("a", "ann");
    private static final Person ALF = Town.person("a", "alf");
    private static final Person BEN = Town.person("b", "ben");
    private static final Person NOBODY = Town.person("b", "nobody");
    private static final Person NOWHERE = Town.person("z", "nobody");

    private final Town town = new Town();

    @BeforeEach
    void twoStrangeCompanies() {
        town.tenant("a", "ann", "alf");
        town.tenant("b", "ben", "bob");
    }

    @Test
    void aRequestIsSeenByBothAndAcceptedByTheOther() {
        Listed<Contact> asked = town.request(ANN, BEN).value();

        assertThat(asked.tie().direction()).isEqualTo(Direction.OUTGOING);
        assertThat(asked.name()).isNull();
        Contact incoming = town.contactWith(BEN, ANN);
        assertThat(incoming.id()).isEqualTo(asked.tie().id());
        assertThat(incoming.isIncomingRequest()).isTrue();
        assertThat(town.check(ANN, BEN).canStartChat()).isFalse();

        Listed<Contact> accepted = town.accept(BEN, ANN);
        assertThat(accepted.tie().accepted()).isTrue();
        assertThat(accepted.name()).isEqualTo("Name of ann");
        assertThat(town.contactWith(ANN, BEN).accepted()).isTrue();
        assertThat(town.accept(BEN, ANN).tie()).as("once more").isEqualTo(accepted.tie());
        assertThat(town.check(BEN, ANN).canStartChat()).isTrue();
    }

    @Test
    void nobodyAcceptsTheirOwnRequest() {
        town.request(ANN, BEN);

        assertProblem(() -> town.accept(ANN, BEN), "conflict");
        assertProblem(() -> town.request(ANN, ANN), "invalid");
    }

    @Test
    void eitherSideEndsIt() {
        for (Person one : List.of(ANN, BEN)) {
            town.becomeContacts(ANN, BEN);
            town.deleteContact(one, one.equals(ANN) ? BEN : ANN);

            assertThat(town.contacts(ANN)).isEmpty();
            assertThat(town.contacts(BEN)).isEmpty();
        }
    }

    @Test
    void aRequestThatIsTakenBackIsGoneOnBothSides() {
        town.request(ANN, BEN);
        town.deleteContact(ANN, BEN);

        assertThat(town.contacts(BEN)).isEmpty();
    }

    @Test
    void whoAskedIsNotToldOfARejection() {
        town.request(ANN, BEN);
        town.deleteContact(BEN, ANN);

        assertThat(town.contacts(BEN)).isEmpty();
        assertThat(town.contactWith(ANN, BEN).isOutgoingRequest()).isTrue();
        assertThat(town.request(ANN, BEN).fresh())
                .as("asking again changes nothing")
                .isFalse();
        assertThat(town.contacts(BEN)).isEmpty();
        assertThat(town.request(BEN, ANN).value().tie().accepted())
                .as("but who rejected may come back to it")
                .isTrue();
    }

    @Test
    void aRequestToNobodyLooksLikeOneToSomebody() {
        for (Person peer : List.of(BEN, NOBODY, NOWHERE)) {
            Made<Listed<Contact>> made = town.request(ANN, peer);
            assertThat(made.fresh()).isTrue();
            assertThat(made.value().shown()).isTrue();
            assertThat(made.value().name()).isNull();
            assertThat(town.request(ANN, peer).fresh()).isFalse();
        }
        assertThat(town.communication.contacts(town.now(ANN), town.number(ANN)))
                .hasSize(3)
                .allSatisfy(listed -> {
                    assertThat(listed.shown()).isTrue();
                    assertThat(listed.name()).isNull();
                    assertThat(listed.tie().isOutgoingRequest()).isTrue();
                });
        town.status(BEN, MemberStatus.SUSPENDED);
        assertThat(town.contacts(ANN)).hasSize(3);
        for (Person peer : List.of(BEN, NOBODY, NOWHERE)) {
            town.deleteContact(ANN, peer);
        }
        assertThat(town.contacts(ANN)).isEmpty();
    }

    @Test
    void aRequestToSomebodyWhoComesLaterDoesNotReachThem() {
        town.request(ANN, NOWHERE);
        town.tenant("z", "nobody");

        assertThat(town.contacts(NOWHERE)).isEmpty();
        assertThat(town.request(NOWHERE, ANN).value().tie().accepted())
                .as("but they may ask themselves")
                .isTrue();
    }

    @Test
    void aRequestOfSomebodyBlockedDoesNotArrive() {
        town.block(BEN, ANN);

        assertThat(town.request(ANN, BEN).fresh()).isTrue();
        assertThat(town.contacts(BEN)).isEmpty();
        assertThat(town.contacts(ANN)).hasSize(1);
    }

    @Test
    void insideATenantOnlyWhoIsSeenCanBeNamed() {
        Person unknown = Town.person("a", "unknown");
        String hidden = problemOf(() -> town.request(ANN, ALF));

        assertThat(problemOf(() -> town.request(ANN, unknown)).replace("unknown", "alf"))
                .isEqualTo(hidden);
        assertThat(problemOf(() -> town.block(ANN, unknown)).replace("unknown", "alf"))
                .isEqualTo(problemOf(() -> town.block(ANN, ALF)));
        town.sees(ANN, ALF);
        town.becomeContacts(ANN, ALF);
        assertThat(town.contacts(ALF)).hasSize(1);
        town.block(ANN, ALF);
        town.sightEnds(ANN, ALF);
        town.unblock(ANN, ALF);
        town.block(ANN, ALF);
        assertThat(town.communication.blocks(town.now(ANN), town.number(ANN)))
                .as("somebody hidden who can still write")
                .containsExactly(ALF);
    }

    @Test
    void whoeverHasLeftAndReturnsFindsBothRequests() {
        town.request(ANN, BEN);
        town.status(ANN, MemberStatus.SUSPENDED);
        assertThat(town.contacts(BEN)).isEmpty();
        town.request(BEN, ANN);
        town.status(ANN, MemberStatus.ACTIVE);

        assertThat(town.contactWith(ANN, BEN).accepted()).isFalse();
        assertThat(town.contactWith(BEN, ANN).accepted()).isFalse();
        town.request(ANN, BEN);
        assertThat(town.contactWith(ANN, BEN).accepted()).isTrue();
        assertThat(town.contactWith(BEN, ANN).accepted()).isTrue();
    }

    @Test
    void eachTenantsLogTellsItsOwnSideAndThePartnerOnlyWhichTenant() {
        town.request(ANN, BEN);
        town.accept(BEN, ANN);

        assertThat(log("a")).extracting(AuditEntry::action).containsExactly("contact.accept", "contact.request");
        assertThat(log("a").get(1).actor().id()).isEqualTo("ann");
        assertThat(log("a").get(0).actor().kind()).isEqualTo(ActorKind.PARTNER);
        assertThat(log("a").get(0).actor().id()).isEqualTo("b");
        assertThat(log("b").get(1).actor().kind()).isEqualTo(ActorKind.PARTNER);
    }

    private List<AuditEntry> log(String tenant) {
        return town.store.audit(Town.auditOf(new TenantKey(tenant)));
    }

    private static String problemOf(ThrowingCallable call) {
        try {
            call.call();
        } catch (ProblemException e) {
            return e.problem().toString();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("no problem");
    }

    private static void assertProblem(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }
}
