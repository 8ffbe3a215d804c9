package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Bot;
import org.sightline.itests.http.Inbound;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;

/** Apps are told what happens within their reach, signed, in order, and until they take it (docs/concepts.md, "Events"). */
class EventsIT {

    private static final String ALL = "{'all':true}";
    private static final String READ = "contact:user.base:readonly@app";
    private static final String DEPARTMENTS = "contact:department.base:readonly@app";
    private static final String DOCUMENTS = "drive:drive@app";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What a killed server was just sending is taken up when its minute is over. */
    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofSeconds(100);

    private static ServerUnderTest server;

    private final List<Inbound> opened = new ArrayList<>();
    private Tenant tenant;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest("events")
                .with("SIGHTLINE_EVENT_RETRY_MILLIS", "200")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create() {
        tenant = Tenant.create(server, "pro");
    }

    @AfterEach
    void close() {
        opened.forEach(Inbound::close);
    }

    private Inbound inbound() {
        Inbound inbound = Inbound.open();
        opened.add(inbound);
        return inbound;
    }

    private static void soon(ThrowingRunnable condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
    }

    private void addUser(String id, String department) {
        tenant.addUser(id, department);
    }

    private void rename(String id, String name) {
        tenant.primary()
                .patch(tenant.path() + "/users/" + id, Json.of("{'name':'%s'}", name))
                .expect(200);
    }

    @Test
    void whatHappensInTheDirectoryIsToldSignedAndWithTheFieldsThatAreOpen() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, ALL, READ, DEPARTMENTS);
        bot.subscribe("user.created", "user.updated", "user.deleted", "department.created", "department.deleted");
        tenant.addDepartment("d1", "0");
        tenant.primary()
                .post(
                        tenant.path() + "/users",
                        Json.of("{'user_id':'ann','name':'Ann','email':'ann@example.org','department_ids':['d1']}"))
                .expect(201);
        soon(() -> assertThat(inbound.told()).contains("department.created d1", "user.created ann"));
        rename("ann", "Anna");
        soon(() -> assertThat(inbound.told()).contains("user.updated ann"));
        tenant.primary().delete(tenant.path() + "/users/ann").expect(204);
        tenant.primary().delete(tenant.path() + "/departments/d1").expect(204);
        soon(() -> assertThat(inbound.told()).contains("user.deleted ann", "department.deleted d1"));

        assertThat(inbound.wrong()).as("wrong signatures").isEmpty();
        JsonNode created = event(inbound, "user.created");
        assertThat(created.path("tenant_key").asText()).isEqualTo(tenant.key());
        assertThat(created.path("event_id").asText()).isNotEmpty();
        assertThat(Instant.parse(created.path("occurred_at").asText()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(created.path("object").path("name").asText()).isEqualTo("Ann");
        assertThat(created.path("object").path("department_ids").toString()).isEqualTo("[\"d1\"]");
        assertThat(created.toString()).as("no permission for emails").doesNotContain("ann@example.org");
        assertThat(event(inbound, "user.deleted").path("object").toString()).isEqualTo("{\"user_id\":\"ann\"}");
        soon(() -> assertThat(bot.log())
                .containsExactlyInAnyOrder(
                        "delivered department.deleted d1",
                        "delivered user.deleted ann",
                        "delivered user.updated ann",
                        "delivered user.created ann",
                        "delivered department.created d1"));
    }

    private static JsonNode event(Inbound inbound, String event) {
        return inbound.taken().stream()
                .filter(each -> each.path("event").asText().equals(event))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aThingIsToldOfInOrderHoweverOftenItIsTried() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, ALL, READ);
        bot.subscribe("user.created", "user.updated");
        inbound.answer(503);
        addUser("ann", "0");
        soon(() -> assertThat(inbound.calls()).isGreaterThanOrEqualTo(2));
        rename("ann", "Second");
        rename("ann", "Third");
        inbound.answer(302);
        int before = inbound.calls();
        soon(() -> assertThat(inbound.calls()).isGreaterThan(before));
        Answer pending = bot.itself().get(tenant.path() + "/event-deliveries").expect(200);
        assertThat(pending.items("state")).containsOnly("pending");
        assertThat(pending.items("error").toString()).contains("status");
        inbound.answer(204);
        soon(() ->
                assertThat(inbound.told()).containsExactly("user.created ann", "user.updated ann", "user.updated ann"));
        assertThat(inbound.wrong()).isEmpty();
    }

    @Test
    void anEventIsToldAgainOnRequest() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, ALL, READ);
        bot.subscribe("user.created");
        addUser("ann", "0");
        soon(() -> assertThat(bot.log()).containsExactly("delivered user.created ann"));
        String id = bot.itself()
                .get(tenant.path() + "/event-deliveries")
                .json()
                .path("items")
                .path(0)
                .path("delivery_id")
                .asText();
        String path = tenant.path() + "/event-deliveries/" + id + "/redeliver";
        assertThat(bot.itself().post(path, "").expect(200).text("/state")).isEqualTo("pending");
        soon(() -> assertThat(inbound.told()).containsExactly("user.created ann", "user.created ann"));
        assertThat(inbound.taken().get(0).path("event_id"))
                .isEqualTo(inbound.taken().get(1).path("event_id"));

        Bot other = Bot.of(tenant, inbound, ALL, READ);
        other.itself().post(path, "").expectProblem(404, "not_found");
        assertThat(other.log()).isEmpty();
    }

    @Test
    void aHangingReceiverKeepsNobodyWaiting() {
        Inbound hanging = inbound();
        hanging.hangFromNowOn();
        Inbound quick = inbound();
        Bot stuck = Bot.of(tenant, hanging, ALL, READ);
        stuck.subscribe("user.created");
        Bot bot = Bot.of(tenant, quick, ALL, READ);
        bot.subscribe("user.created");
        Instant begun = Instant.now();
        IntStream.range(0, 30).forEach(number -> addUser("u" + number, "0"));
        soon(() -> assertThat(quick.told()).hasSize(30));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(PATIENCE);
        assertThat(hanging.calls()).as("one at a time until it takes something").isLessThan(10);
        tenant.primary().get(tenant.path() + "/users/u0").expect(200);
        soon(() -> assertThat(stuck.itself()
                        .get(tenant.path() + "/event-deliveries")
                        .items("error")
                        .toString())
                .contains("did not answer within"));
    }

    @Test
    void nothingIsToldWithoutPermission() {
        Inbound inbound = inbound();
        Bot without = Bot.of(tenant, inbound, ALL, DOCUMENTS);
        String path = tenant.path() + "/event-subscriptions";
        Answer missing = without.itself()
                .post(path, Json.of("{'event':'user.created'}"))
                .expectProblem(403, "permission_missing");
        assertThat(missing.json().path("missing_permissions").toString()).contains("contact:user.base:readonly");
        without.itself().post(path, Json.of("{'event':'user.moved'}")).expectFault("/event");
        without.itself()
                .post(path, Json.of("{'event':'resource.updated','resource_id':'nothing'}"))
                .expectFault("/resource_id");

        Inbound other = inbound();
        Bot bot = Bot.of(tenant, other, ALL, READ);
        bot.subscribe("user.created", "user.updated");
        other.answer(503);
        addUser("ann", "0");
        soon(() -> assertThat(other.calls()).isPositive());
        tenant.primary()
                .delete(tenant.path() + "/app-grants/" + bot.oauth().app() + "/app/contact:user.base:readonly")
                .expect(204);
        addUser("ben", "0");
        other.answer(204);
        // Without any permission for events the log is closed, too.
        bot.release("2", ALL, DOCUMENTS);
        soon(() -> assertThat(bot.log()).containsExactly("dropped user.created ann"));
        bot.release("3", ALL, READ);
        rename("ben", "Benn");
        soon(() -> assertThat(other.told()).containsExactly("user.updated ben"));
        assertThat(inbound.calls()).isZero();
    }

    @Test
    void onlyWhatIsWithinTheDataRangeIsTold() {
        tenant.addDepartment("in", "0");
        tenant.addDepartment("out", "0");
        tenant.addDepartment("team", "out");
        addUser("eve", "team");
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, "{'department_ids':['in']}", READ, DEPARTMENTS);
        bot.subscribe("user.created", "user.updated", "user.deleted", "department.created", "department.deleted");
        addUser("ann", "in");
        addUser("ben", "out");
        rename("ben", "Benn");
        soon(() -> assertThat(inbound.told()).containsExactly("user.created ann"));
        tenant.primary()
                .patch(tenant.path() + "/departments/team", Json.of("{'parent_id':'in'}"))
                .expect(200);
        soon(() -> assertThat(inbound.told())
                .containsExactlyInAnyOrder("user.created ann", "department.created team", "user.created eve"));
        tenant.primary()
                .patch(tenant.path() + "/users/ann", Json.of("{'department_ids':['out']}"))
                .expect(200);
        soon(() -> assertThat(inbound.told()).contains("user.deleted ann"));
        tenant.primary()
                .patch(tenant.path() + "/users/eve", Json.of("{'status':'suspended'}"))
                .expect(200);
        soon(() -> assertThat(inbound.told()).hasSize(5).contains("user.deleted eve"));
    }

    @Test
    void documentEventsAreAboutOwnDocumentsAlone() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, "{}", DOCUMENTS);
        Bot other = Bot.of(tenant, null, "{}", DOCUMENTS);
        bot.subscribe("resource.created", "resource.updated", "resource.deleted");
        String resources = tenant.path() + "/resources";
        String form = Json.of("{'type':'base','title':'Orders'}");
        String strange = other.itself().post(resources, form).expect(201).text("/id");
        String own = bot.itself().post(resources, form).expect(201).text("/id");
        bot.itself()
                .patch(resources + "/" + own, Json.of("{'title':'Orders 2026'}"))
                .expect(200);
        soon(() -> assertThat(inbound.told()).contains("resource.updated " + own));
        bot.itself().delete(resources + "/" + own).expect(204);
        soon(() -> assertThat(inbound.told())
                .containsExactly("resource.created " + own, "resource.updated " + own, "resource.deleted " + own));
        assertThat(inbound.told().toString()).doesNotContain(strange);
        assertThat(event(inbound, "resource.updated")
                        .path("object")
                        .path("title")
                        .asText())
                .isEqualTo("Orders 2026");
    }

    @Test
    void whatLilyOwnsIsToldOfForLilyUntilSheTakesHerConsentBack() {
        addUser("lily", "0");
        Api session = tenant.letIn("lily");
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, "{}", DOCUMENTS, "drive:drive@user");
        Api lily = bot.forMember("lily");
        String subscriptions = tenant.path() + "/event-subscriptions";
        lily.post(subscriptions, Json.of("{'event':'user.created'}")).expectProblem(403, "forbidden");
        lily.post(subscriptions, Json.of("{'event':'resource.updated'}")).expect(201);
        assertThat(bot.itself().get(subscriptions).items("event")).isEmpty();
        String resources = tenant.path() + "/resources";
        String form = Json.of("{'type':'doc','title':'Minutes'}");
        String bots = bot.itself().post(resources, form).expect(201).text("/id");
        String lilys = lily.post(resources, form).expect(201).text("/id");
        bot.itself().patch(resources + "/" + bots, Json.of("{'title':'1'}")).expect(200);
        lily.patch(resources + "/" + lilys, Json.of("{'title':'1'}")).expect(200);
        soon(() -> assertThat(inbound.told()).containsExactly("resource.updated " + lilys));
        assertThat(inbound.taken().get(0).path("user_id").asText()).isEqualTo("lily");
        String deliveries = tenant.path() + "/event-deliveries";
        assertThat(lily.get(deliveries).expect(200).items("user_id")).containsExactly("lily");

        inbound.answer(503);
        int before = inbound.calls();
        lily.patch(resources + "/" + lilys, Json.of("{'title':'2'}")).expect(200);
        soon(() -> assertThat(inbound.calls()).isGreaterThan(before));
        session.delete(tenant.path() + "/app-consents/" + bot.oauth().app()).expect(204);
        inbound.answer(204);
        soon(() -> assertThat(bot.log()).contains("dropped resource.updated " + lilys));
        assertThat(inbound.told()).hasSize(1);
    }

    @Test
    void subscriptionsAreKeptListedAndEnded() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, ALL, READ);
        String path = tenant.path() + "/event-subscriptions";
        Answer made =
                bot.itself().post(path, Json.of("{'event':'user.created'}")).expect(201);
        String id = made.text("/subscription_id");
        assertThat(bot.itself()
                        .post(path, Json.of("{'event':'user.created'}"))
                        .expect(200)
                        .text("/subscription_id"))
                .isEqualTo(id);
        assertThat(bot.itself().get(path).items("event")).containsExactly("user.created");
        assertThat(bot.itself().get(path + "/" + id).expect(200).text("/event")).isEqualTo("user.created");
        Bot other = Bot.of(tenant, inbound, ALL, READ);
        other.itself().get(path + "/" + id).expectProblem(404, "not_found");
        other.itself().delete(path + "/" + id).expectProblem(404, "not_found");
        bot.itself().delete(path + "/" + id).expect(204);
        addUser("ann", "0");
        tenant.primary()
                .patch(bot.path(), Json.of("{'event_url':'http://10.0.0.1/x'}"))
                .expect(200);
        assertThat(bot.log()).isEmpty();
        assertThat(inbound.calls()).isZero();
    }

    @Test
    void noEventIsLostWhenTheServerIsKilled() {
        Inbound inbound = inbound();
        Bot bot = Bot.of(tenant, inbound, ALL, READ);
        bot.subscribe("user.created");
        inbound.answer(503);
        IntStream.range(0, 20).forEach(number -> addUser("u" + number, "0"));
        server.kill();
        inbound.answer(204);
        server.launch();
        server.awaitReady();
        await().atMost(LONGER_THAN_A_CLAIM).untilAsserted(() -> assertThat(inbound.told())
                .containsAll(IntStream.range(0, 20)
                        .mapToObj(number -> "user.created u" + number)
                        .toList()));
    }
}
