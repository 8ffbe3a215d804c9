package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Listed;
import org.sightline.communication.Reason;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Fault;
import org.sightline.problem.ProblemException;

class CommunicationFormsTest {

    private static final Person BEN = new Person(new TenantKey("b"), new UserId("ben"));
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void tellWhatIsThere() {
        Contact contact = new Contact("c1", ANN, BEN, false, Direction.OUTGOING, NOON);
        assertThat(Json.text(ContactJson.of(new Listed<>(contact, null, true))))
                .isEqualTo(
                        "{\"contact_id\":\"c1\",\"state\":\"pending\",\"direction\":\"outgoing\","
                                + "\"peer\":{\"tenant_key\":\"b\",\"user_id\":\"ben\"},\"created_at\":\"2026-03-01T12:00:00Z\"}");
        assertThat(Json.text(ContactJson.of(new Listed<>(contact.agreed(), "Ben", true))))
                .contains("\"state\":\"accepted\"")
                .contains("\"peer_name\":\"Ben\"");
        assertThat(Json.text(ChatJson.of(new Listed<>(new Chat("x1", ANN, BEN, BEN, NOON), "Ben", true))))
                .isEqualTo(
                        "{\"chat_id\":\"x1\",\"peer\":{\"tenant_key\":\"b\",\"user_id\":\"ben\"},\"peer_name\":\"Ben\","
                                + "\"started_by\":{\"tenant_key\":\"b\",\"user_id\":\"ben\"},"
                                + "\"created_at\":\"2026-03-01T12:00:00Z\"}");
        assertThat(Json.text(ChatAnswerJson.of(new ChatAnswer(true, true, false, List.of(Reason.SAME_TENANT)))))
                .isEqualTo("{\"can_start_chat\":true,\"can_send\":true,\"can_find\":false,"
                        + "\"reasons\":[\"same_tenant\"]}");
    }

    @Test
    void nameEverythingThatIsMissing() {
        assertThat(faults("{}", PeerJson.class, PeerJson::toModel)).containsExactly("/peer");
        assertThat(faults("{\"peer\":{}}", PeerJson.class, PeerJson::toModel))
                .containsExactly("/peer/tenant_key", "/peer/user_id");
        assertThat(faults("{\"peer\":{\"tenant_key\":\"b\",\"user_id\":\"a b\"}}", PeerJson.class, PeerJson::toModel))
                .containsExactly("/peer/user_id");
        assertThat(faults("{}", PrivacyJson.class, PrivacyJson::toModel)).containsExactly("/find_by_phone");
        assertThat(faults("{}", PhoneJson.class, PhoneJson::toModel)).containsExactly("/mobile");
        assertThat(faults("{\"mobile\":\"Bob\"}", PhoneJson.class, PhoneJson::toModel))
                .containsExactly("/mobile");
    }

    @Test
    void readWhatTheyAreGiven() {
        assertThat(Json.read("{\"peer\":{\"tenant_key\":\"b\",\"user_id\":\"ben\"}}", PeerJson.class)
                        .toModel())
                .isEqualTo(BEN);
        assertThat(Json.read("{\"mobile\":\"+1 (2)\"}", PhoneJson.class)
                        .toModel()
                        .key())
                .isEqualTo("+12");
        assertThat(Json.read("{\"find_by_phone\":false}", PrivacyJson.class).toModel())
                .isFalse();
    }

    private static <F> List<String> faults(String json, Class<F> type, Function<F, Object> reading) {
        F form = Json.read(json, type);
        List<String> pointers = new ArrayList<>();
        assertThatThrownBy(() -> reading.apply(form))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> e.problem().faults().stream().map(Fault::pointer).forEach(pointers::add));
        return pointers;
    }
}
