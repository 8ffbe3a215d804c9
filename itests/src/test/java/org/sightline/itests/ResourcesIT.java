package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Bot;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Documents and bases that an app makes as itself are its own (docs/concepts.md, "Resources"). */
@ExtendWith(SharedServer.class)
class ResourcesIT {

    private static final String NOBODY = "{}";
    private static final String BASE = Json.of("{'type':'base','title':'Orders'}");

    private final Tenant tenant;
    private final String path;

    ResourcesIT(ServerUnderTest server) {
        tenant = Tenant.create(server, "pro");
        tenant.addUser("lily");
        path = tenant.path() + "/resources";
    }

    @Test
    void whatAnAppMakesAsItselfIsItsOwn() {
        Bot bot = Bot.of(tenant, null, NOBODY, "drive:drive@app");
        Bot other = Bot.of(tenant, null, NOBODY, "drive:drive@app");
        Answer made = bot.itself().post(path, BASE).expect(201);
        String id = made.text("/id");
        assertThat(made.text("/type")).isEqualTo("base");
        assertThat(made.text("/title")).isEqualTo("Orders");
        assertThat(made.text("/owner/kind")).isEqualTo("app");
        assertThat(made.text("/owner/id")).isEqualTo(bot.oauth().app());
        assertThat(made.header("Location")).endsWith("/resources/" + id);

        assertThat(bot.itself().get(path + "/" + id).expect(200).etag()).isEqualTo(made.etag());
        assertThat(bot.itself().get(path).items("id")).containsExactly(id);
        assertThat(other.itself().get(path).items("id")).isEmpty();
        Answer hidden = other.itself().get(path + "/" + id).expectProblem(404, "not_found");
        Answer absent = other.itself().get(path + "/nothing").expectProblem(404, "not_found");
        assertThat(hidden.body().replace(id, "nothing")).isEqualTo(absent.body());
        other.itself().patch(path + "/" + id, Json.of("{'title':'Mine'}")).expectProblem(404, "not_found");
        other.itself().delete(path + "/" + id).expectProblem(404, "not_found");

        bot.itself()
                .with("If-Match", "\"stale\"")
                .patch(path + "/" + id, Json.of("{'title':'x'}"))
                .expectProblem(412, "revision_mismatch");
        Answer renamed = bot.itself()
                .patch(path + "/" + id, Json.of("{'title':'Orders 2026'}"))
                .expect(200);
        assertThat(renamed.text("/title")).isEqualTo("Orders 2026");
        bot.itself().patch(path + "/" + id, Json.of("{'type':'doc'}")).expectProblem(422, "immutable_field");
        bot.itself().patch(path + "/" + id, Json.of("{'title':''}")).expectProblem(422, "invalid");
        bot.itself().post(path, Json.of("{'type':'page','title':'x'}")).expectFault("/type");
        bot.itself().delete(path + "/" + id).expect(204);
        bot.itself().get(path + "/" + id).expectProblem(404, "not_found");
        assertThat(tenant.primary()
                        .get(tenant.path() + "/audit?object=" + id)
                        .expect(200)
                        .items("action"))
                .contains("resource.create", "resource.update", "resource.delete");
    }

    @Test
    void whatAnAppMakesForLilyIsLilys() {
        tenant.letIn("lily");
        tenant.addUser("max");
        tenant.letIn("max");
        tenant.addUser("zoe");
        Bot bot = Bot.of(tenant, null, NOBODY, "drive:drive@app", "drive:drive@user");
        Api lily = bot.forMember("lily");
        Api max = bot.forMember("max");
        String bots = bot.itself().post(path, BASE).expect(201).text("/id");
        Answer made = lily.post(path, BASE).expect(201);
        assertThat(made.text("/owner/kind")).isEqualTo("user");
        assertThat(made.text("/owner/id")).isEqualTo("lily");
        String lilys = made.text("/id");
        assertThat(lily.get(path).items("id")).containsExactly(lilys);
        assertThat(bot.itself().get(path).items("id")).containsExactly(bots);
        lily.get(path + "/" + bots).expectProblem(404, "not_found");
        bot.itself().get(path + "/" + lilys).expectProblem(404, "not_found");

        lily.put(path + "/" + lilys + "/admins/max", "").expect(200);
        assertThat(max.get(path).items("id")).containsExactly(lilys);
        max.patch(path + "/" + lilys, Json.of("{'title':'Ours'}")).expect(200);
        max.delete(path + "/" + lilys).expectProblem(403, "forbidden");
        max.put(path + "/" + lilys + "/admins/lily", "").expectProblem(403, "forbidden");
        tenant.putPolicy("{'main_rule':{'type':'nobody'},'rule_sets':[],'display_order':'departments_first'}");
        Answer hidden = lily.put(path + "/" + lilys + "/admins/zoe", "").expectProblem(404, "not_found");
        Answer absent = lily.put(path + "/" + lilys + "/admins/nobody", "").expectProblem(404, "not_found");
        assertThat(hidden.body().replace("zoe", "nobody")).isEqualTo(absent.body());
        max.delete(path + "/" + lilys + "/admins/max").expect(204);
        max.get(path + "/" + lilys).expectProblem(404, "not_found");
        lily.delete(path + "/" + lilys).expect(204);
    }

    @Test
    void administratorsAreWhomTheAppSees() {
        Bot blind = Bot.of(tenant, null, NOBODY, "drive:drive@app");
        String id = blind.itself().post(path, BASE).expect(201).text("/id");
        Answer hidden = blind.itself().put(path + "/" + id + "/admins/lily", "").expectProblem(404, "not_found");
        Answer absent =
                blind.itself().put(path + "/" + id + "/admins/nobody", "").expectProblem(404, "not_found");
        assertThat(hidden.body().replace("lily", "nobody")).isEqualTo(absent.body());

        Bot seeing = Bot.of(tenant, null, "{'user_ids':['lily']}", "drive:drive@app");
        String shared = seeing.itself().post(path, BASE).expect(201).text("/id");
        Answer named =
                seeing.itself().put(path + "/" + shared + "/admins/lily", "").expect(200);
        assertThat(named.json().path("administrator_user_ids").path(0).asText()).isEqualTo("lily");
        seeing.itself().delete(path + "/" + shared + "/admins/lily").expect(204);
        seeing.itself().delete(path + "/" + shared + "/admins/lily").expectProblem(404, "not_found");
    }

    @Test
    void eachTypeTakesItsOwnPermission() {
        Bot bases = Bot.of(tenant, null, NOBODY, "base:app:create@app", "base:app:read@app");
        bases.itself().post(path, BASE).expect(201);
        Answer missing = bases.itself()
                .post(path, Json.of("{'type':'doc','title':'Minutes'}"))
                .expectProblem(403, "permission_missing");
        assertThat(missing.json().path("missing_permissions").toString()).contains("docx:document:create");
        assertThat(bases.itself().get(path).expect(200).items("type")).containsExactly("base");
        Api none = Bot.of(tenant, null, NOBODY, "application:bot.menu:readonly@app")
                .itself();
        none.post(path, BASE).expectProblem(403, "permission_missing");
        none.get(path).expectProblem(403, "permission_missing");
        tenant.letIn("lily").post(path, BASE).expectProblem(403, "forbidden");
    }

    @Test
    void anAppWithTheIdOfADeletedOneGetsNothingOfIt() {
        Bot bot = Bot.of(tenant, null, NOBODY, "drive:drive@app");
        String id = bot.itself().post(path, BASE).expect(201).text("/id");
        tenant.primary().delete(bot.path()).expect(204);
        Answer again = tenant.primary()
                .post(
                        tenant.path() + "/apps",
                        Json.of("{'app_id':'%s','name':'Other'}", bot.oauth().app()))
                .expect(201);
        Bot namesake = new Bot(
                new org.sightline.itests.http.Oauth(
                        tenant.primary().server(), bot.oauth().app(), again.text("/secret")),
                bot.itself(),
                tenant,
                bot.path());
        namesake.release("1", NOBODY, "drive:drive@app");
        Api caller = namesake.oauth().itself();
        caller.get(path + "/" + id).expectProblem(404, "not_found");
        assertThat(caller.get(path).items("id")).isEmpty();
    }

    @Test
    void aPageLeadsToTheNext() {
        Bot bot = Bot.of(tenant, null, NOBODY, "drive:drive@app");
        for (int number = 0; number < 5; number++) {
            bot.itself()
                    .with("Idempotency-Key", "k" + number)
                    .post(path, Json.of("{'type':'doc','title':'%d'}", number))
                    .expect(201);
        }
        bot.itself()
                .with("Idempotency-Key", "k0")
                .post(path, Json.of("{'type':'doc','title':'0'}"))
                .expect(201);
        Answer first = bot.itself().get(path + "?page_size=3").expect(200);
        assertThat(first.items("title")).containsExactly("0", "1", "2");
        Answer rest = bot.itself()
                .get(path + "?page_size=3&page_token=" + first.text("/page_token"))
                .expect(200);
        assertThat(rest.items("title")).containsExactly("3", "4");
        assertThat(rest.json().has("page_token")).isFalse();
    }
}
