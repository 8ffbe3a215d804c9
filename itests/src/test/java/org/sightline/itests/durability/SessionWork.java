package org.sightline.itests.durability;

import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Signs in and out: a session that began is there after a kill, one that was ended is not. */
final class SessionWork implements Work {

    private enum Stage {
        CLOSED,
        OPEN
    }

    private final Tenant tenant;
    private final Api nobody;
    private final Stages<Stage> stages = new Stages<>(Stage.CLOSED);
    private Api session;

    SessionWork(Tenant tenant) {
        this.tenant = tenant;
        this.nobody = Api.nobody(tenant.primary().server());
        this.session = nobody;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public boolean step() {
        if (!stages.isKnown() && !Attempt.toLook(this::verify, tenant)) {
            return false;
        }
        return switch (stages.now()) {
            case CLOSED -> open();
            case OPEN ->
                stages.move(Stage.CLOSED, () -> Attempt.of(204, () -> session.delete("/sessions/current"))
                        .isPresent());
        };
    }

    /** A token that never arrived is nobody's, so nothing can be said about a session that may have begun with it. */
    private boolean open() {
        String credentials = Json.of(
                "{'tenant_key':'%s','login':'%s','password':'%s'}", tenant.key(), Tenant.PRIMARY, Tenant.PASSWORD);
        return Attempt.of(201, () -> nobody.post("/sessions", credentials))
                .map(answer -> answer.text("/token"))
                .map(token -> stages.move(Stage.OPEN, () -> {
                    session = nobody.token(token);
                    return true;
                }))
                .orElse(false);
    }

    @Override
    public void verify() {
        int status = session.get("/me").status();
        stages.found(status == 200 ? Stage.OPEN : Stage.CLOSED, "the session");
    }
}
