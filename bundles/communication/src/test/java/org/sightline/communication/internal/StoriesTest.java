package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Made;
import org.sightline.communication.Reason;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.MemberStatus;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** What the customer tells about chats between organisation A (ours) and B, sentence by sentence. */
class StoriesTest {

    private static final Person A1 = Town.person("a", "a-1");
    private static final Person A2 = Town.person("a", "a-2");
    private static final Person B1 = Town.person("b", "b-1");

    private final Town town = new Town();

    @BeforeEach
    void twoTrustedCompanies() {
        town.tenant("a", "a-1", "a-2");
        town.tenant("b", "b-1", "b-2");
        town.trust("a", "b");
    }

    @Test
    void withOneWaySightOnlyOurSideCanStart() {
        town.sees(A1, B1);

        assertThat(town.check(A1, B1)).isEqualTo(new ChatAnswer(true, true, true, List.of(Reason.TRUSTED)));
        assertThat(town.check(B1, A1)).isEqualTo(ChatAnswer.NOTHING);
        assertRefused(() -> town.start(B1, A1), "not_visible");
        assertThat(town.start(A1, B1).fresh()).isTrue();
        assertThat(town.check(B1, A1))
                .as("what was started can be answered")
                .isEqualTo(new ChatAnswer(
                        false,
                        true,
                        true,
                        List.of(Reason.TRUSTED, Reason.CHAT_EXISTS, Reason.NOT_VISIBLE, Reason.NOT_CONTACTS)));
    }

    @Test
    void anOldChatGoesOnBothWaysAfterSightHasChanged() {
        town.sees(A1, B1);
        town.sees(B1, A1);
        town.start(A1, B1);
        town.sightEnds(A1, B1);
        town.sightEnds(B1, A1);

        assertThat(town.check(A1, B1).canSend()).isTrue();
        assertThat(town.check(B1, A1).canSend()).isTrue();
        assertThat(town.check(A1, B1).canStartChat()).isFalse();
        assertThat(town.start(A1, B1).fresh()).as("it exists").isFalse();
    }

    @Test
    void afterTheEndAnOldChatGoesOnOnlyBetweenContacts() {
        town.sees(A1, B1);
        town.sees(A2, B1);
        town.start(A1, B1);
        town.start(A2, B1);
        town.becomeContacts(A1, B1);
        town.endTrust("a", "b");

        assertThat(town.check(A1, B1))
                .isEqualTo(new ChatAnswer(true, true, true, List.of(Reason.CONTACTS, Reason.CHAT_EXISTS)));
        assertThat(town.check(B1, A1).canSend()).isTrue();
        assertThat(town.check(A2, B1))
                .isEqualTo(new ChatAnswer(false, false, true, List.of(Reason.CHAT_EXISTS, Reason.NOT_CONTACTS)));
        assertThat(town.check(B1, A2).canSend()).isFalse();
        assertThat(town.communication.peersOf(town.now(A2), town.number(A2)))
                .as("an old chat is enough to be found")
                .extracting(peer -> peer.user().value())
                .containsExactly("b-1");
        town.becomeContacts(B1, A2);
        assertThat(town.check(A2, B1).canSend()).as("by adding each other").isTrue();
    }

    @Test
    void afterTheEndThereIsNothingWithoutAChat() {
        town.sees(A1, B1);
        town.endTrust("a", "b");

        assertThat(town.check(A1, B1)).isEqualTo(ChatAnswer.NOTHING);
        assertThat(town.communication.peersOf(town.now(A1), town.number(A1))).isEmpty();
    }

    @Test
    void theBlockedOneCannotWriteAndTheOtherCan() {
        town.sees(A1, B1);
        town.sees(B1, A1);
        town.start(A1, B1);
        town.block(B1, A1);

        assertThat(town.check(A1, B1))
                .isEqualTo(new ChatAnswer(
                        false, false, true, List.of(Reason.TRUSTED, Reason.CHAT_EXISTS, Reason.BLOCKED)));
        assertThat(town.check(B1, A1).canSend()).isTrue();
        assertThat(town.check(B1, A1).canStartChat()).isTrue();
        town.unblock(B1, A1);
        assertThat(town.check(A1, B1).canSend()).isTrue();
    }

    @Test
    void aBlockedOneCannotStart() {
        town.sees(A1, B1);
        town.block(B1, A1);

        assertRefused(() -> town.start(A1, B1), "trusted", "blocked");
        assertThat(town.chats(B1)).isEmpty();
    }

    @Test
    void withPartialAccessTheOthersAddAContactFirst() {
        town.sees(A1, B1);

        assertThat(town.check(A1, B1).canStartChat()).isTrue();
        assertRefused(() -> town.start(A2, B1), "not_visible");
        assertThat(town.request(A2, B1).value().tie().accepted()).isFalse();
        assertRefused(() -> town.start(A2, B1), "not_visible");
        town.accept(B1, A2);
        assertThat(town.check(A2, B1).canStartChat()).isTrue();
        assertThat(town.start(A2, B1).fresh()).isTrue();
    }

    @Test
    void insideATenantSightDecidesAndAnOldChatStays() {
        town.sees(A1, A2);

        assertThat(town.check(A1, A2)).isEqualTo(new ChatAnswer(true, true, true, List.of(Reason.SAME_TENANT)));
        assertThat(town.check(A2, A1)).isEqualTo(ChatAnswer.NOTHING);
        town.start(A1, A2);
        town.sightEnds(A1, A2);
        assertThat(town.check(A1, A2))
                .isEqualTo(new ChatAnswer(
                        false, true, false, List.of(Reason.SAME_TENANT, Reason.CHAT_EXISTS, Reason.NOT_VISIBLE)));
        assertThat(town.check(A2, A1).canSend()).isTrue();
    }

    @Test
    void whoeverIsNotActiveIsNobody() {
        town.sees(A1, B1);
        town.start(A1, B1);
        town.becomeContacts(A1, B1);
        town.status(B1, MemberStatus.SUSPENDED);

        assertThat(town.check(A1, B1)).isEqualTo(ChatAnswer.NOTHING);
        assertRefused(() -> town.start(A1, B1), "not_visible");
        assertThat(town.chats(A1)).isEmpty();
        assertThat(town.contacts(A1)).isEmpty();
        assertThat(town.communication.peersOf(town.now(A1), town.number(A1))).isEmpty();
        town.status(B1, MemberStatus.ACTIVE);
        assertThat(town.chats(A1)).hasSize(1);
        assertThat(town.contacts(A1)).hasSize(1);
        town.status(B1, MemberStatus.DELETED);
        assertThat(town.chats(A1)).isEmpty();
    }

    @Test
    void nothingIsLeftOfATenantThatWasDeleted() {
        town.becomeContacts(A1, B1);
        town.start(A1, B1);
        town.request(A2, B1);
        town.drop(B1.tenant());

        assertThat(town.contacts(A1)).isEmpty();
        assertThat(town.chats(A1)).isEmpty();
        assertThat(town.contacts(A2)).as("as a request to nobody").hasSize(1);
        town.tenant("b", "b-1");
        assertThat(town.check(A1, B1)).as("somebody else of the same name").isEqualTo(ChatAnswer.NOTHING);
        assertThat(town.contacts(A1)).isEmpty();
        assertThat(town.contacts(B1)).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call, String... reasons) {
        assertThatThrownBy(call)
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::problem)
                .extracting(Problem::code, problem -> problem.members().get("reasons"))
                .containsExactly("chat_not_allowed", List.of(reasons));
    }

    @Test
    void aRequestToSomebodyWhoAskedBeforeIsAnAgreement() {
        town.request(B1, A1);
        Made<?> made = town.request(A1, B1);

        assertThat(made.fresh()).isTrue();
        assertThat(town.contactWith(A1, B1).accepted()).isTrue();
        assertThat(town.contactWith(B1, A1).accepted()).isTrue();
    }
}
