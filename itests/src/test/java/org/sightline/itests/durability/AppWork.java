package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Apps come and go: registered, submitted, approved by an administrator, deleted. */
final class AppWork implements Work {

    private static final String AT_ONCE = "application:bot.menu:readonly";
    private static final String AFTER_REVIEW = "docs:document.content:read";

    private enum Stage {
        ABSENT,
        REGISTERED,
        SUBMITTED,
        APPROVED
    }

    private final Tenant tenant;
    private final Api boss;
    private final Stages<Stage> stages = new Stages<>(Stage.ABSENT);
    private int number;

    AppWork(Tenant tenant) {
        this.tenant = tenant;
        this.boss = tenant.primary();
    }

    @Override
    public String name() {
        return "apps";
    }

    private String app() {
        return "bot-" + tenant.key() + "-" + number;
    }

    @Override
    public boolean step() {
        if (!stages.isKnown() && !Attempt.toLook(this::verify, tenant)) {
            return false;
        }
        String path = tenant.path() + "/apps";
        return switch (stages.now()) {
            case ABSENT -> {
                number++;
                yield stages.move(Stage.REGISTERED, () -> Attempt.of(
                                201, () -> boss.post(path, Json.of("{'app_id':'%s','name':'My bot'}", app())))
                        .isPresent());
            }
            case REGISTERED ->
                stages.move(Stage.SUBMITTED, () -> Attempt.of(
                                201, () -> boss.post(path + "/" + app() + "/versions", version()))
                        .isPresent());
            case SUBMITTED -> stages.move(Stage.APPROVED, this::approve);
            case APPROVED ->
                stages.move(Stage.ABSENT, () -> Attempt.of(204, () -> boss.delete(path + "/" + app()))
                        .isPresent());
        };
    }

    private static String version() {
        return Json.of(
                "{'version':'1','permissions':[{'name':'%s','identity':'app'},"
                        + "{'name':'%s','identity':'app','reason':'to index them'}]}",
                AT_ONCE, AFTER_REVIEW);
    }

    private boolean approve() {
        return Attempt.of(200, this::reviews)
                .map(answer -> ofApp(answer).get(0).path("review_id").asText())
                .flatMap(review ->
                        Attempt.of(200, () -> boss.post(tenant.path() + "/app-reviews/" + review + "/approve", "{}")))
                .isPresent();
    }

    private Answer reviews() {
        return boss.get(tenant.path() + "/app-reviews?state=open");
    }

    private List<JsonNode> ofApp(Answer list) {
        List<JsonNode> found = new ArrayList<>();
        list.expect(200).json().path("items").forEach(item -> {
            if (item.path("app_id").asText().equals(app())) {
                found.add(item);
            }
        });
        return found;
    }

    @Override
    public void verify() {
        Answer app = boss.get(tenant.path() + "/apps/" + app());
        int open = ofApp(reviews()).size();
        List<String> granted = ofApp(boss.get(tenant.path() + "/app-grants")).stream()
                .map(grant -> grant.path("name").asText())
                .sorted()
                .toList();
        Optional<Stage> stage = stage(app, open, granted);
        assertThat(stage)
                .as("app with status %s, %s open reviews, and the grants %s", app.status(), open, granted)
                .isPresent();
        stages.found(stage.get(), "the app");
    }

    /** Returns the stage; empty when this is half of one and half of another. */
    private Optional<Stage> stage(Answer app, int open, List<String> granted) {
        if (app.status() == 404) {
            return open == 0 && granted.isEmpty() ? Optional.of(Stage.ABSENT) : Optional.empty();
        }
        int versions = boss.get(tenant.path() + "/apps/" + app() + "/versions")
                .expect(200)
                .items("version")
                .size();
        if (versions == 0) {
            return open == 0 && granted.isEmpty() ? Optional.of(Stage.REGISTERED) : Optional.empty();
        }
        if (open == 1) {
            return granted.equals(List.of(AT_ONCE)) ? Optional.of(Stage.SUBMITTED) : Optional.empty();
        }
        return granted.equals(List.of(AT_ONCE, AFTER_REVIEW)) ? Optional.of(Stage.APPROVED) : Optional.empty();
    }
}
