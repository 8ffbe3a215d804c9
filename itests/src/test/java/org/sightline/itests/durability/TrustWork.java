package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Two tenants come together and part: asked, approved, removed, and again. */
final class TrustWork implements Work {

    private enum Stage {
        STRANGERS,
        ASKED,
        TRUSTED
    }

    private final Tenant scanning;
    private final Tenant inviting;
    private final String code;
    private final Stages<Stage> stages = new Stages<>(Stage.STRANGERS);

    TrustWork(Tenant scanning, Tenant inviting) {
        this.scanning = scanning;
        this.inviting = inviting;
        this.code = inviting.primary()
                .post(inviting.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public boolean step() {
        if (!stages.isKnown() && !Attempt.toLook(this::verify, scanning, inviting)) {
            return false;
        }
        return switch (stages.now()) {
            case STRANGERS ->
                stages.move(Stage.ASKED, () -> Attempt.of(201, () -> scanning.primary()
                                .post(scanning.path() + "/trust/requests", Json.of("{'code':'%s'}", code)))
                        .isPresent());
            case ASKED -> stages.move(Stage.TRUSTED, this::approve);
            case TRUSTED ->
                stages.move(Stage.STRANGERS, () -> Attempt.of(200, () -> inviting.primary()
                                .post(inviting.path() + "/trust/parties/" + scanning.key() + "/remove", null))
                        .isPresent());
        };
    }

    private boolean approve() {
        return Attempt.of(200, () -> requests(inviting, "incoming"))
                .map(answer -> answer.text("/items/0/request_id"))
                .flatMap(id -> Attempt.of(200, () -> inviting.primary()
                        .post(inviting.path() + "/trust/requests/" + id + "/approve", "{}")))
                .isPresent();
    }

    private static Answer requests(Tenant tenant, String direction) {
        return tenant.primary().get(tenant.path() + "/trust/requests?state=pending&direction=" + direction);
    }

    private static Answer party(Tenant here, Tenant there) {
        return here.primary().get(here.path() + "/trust/parties/" + there.key());
    }

    @Override
    public void verify() {
        Answer fromHere = party(scanning, inviting);
        Answer fromThere = party(inviting, scanning);
        assertThat(fromHere.status()).as("the relation from the other side").isEqualTo(fromThere.status());
        JsonNode asked = requests(scanning, "outgoing").expect(200).json().path("items");
        JsonNode received = requests(inviting, "incoming").expect(200).json().path("items");
        assertThat(asked).as("the request on the side that asked").hasSize(received.size());
        if (!asked.isEmpty()) {
            assertThat(asked.at("/0/request_id")).isEqualTo(received.at("/0/request_id"));
        }
        boolean trusted = fromHere.status() == 200;
        if (trusted) {
            assertThat(fromHere.text("/state")).isEqualTo(fromThere.text("/state"));
            assertThat(fromHere.text("/since")).isEqualTo(fromThere.text("/since"));
            assertThat(fromHere.text("/sponsor")).isEqualTo(fromThere.text("/sponsor"));
        } else {
            fromHere.expect(404);
        }
        assertThat(trusted && !asked.isEmpty())
                .as("a relation and an open request at the same time")
                .isFalse();
        stages.found(trusted ? Stage.TRUSTED : asked.isEmpty() ? Stage.STRANGERS : Stage.ASKED, "the relation");
    }
}
