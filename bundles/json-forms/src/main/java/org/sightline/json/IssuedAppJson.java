package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.IssuedApp;
import org.sightline.apps.model.App;

/**
 * An app with its secrets, which are shown this once.
 *
 * @param appId           over the whole server, also the {@code client_id} of OAuth
 * @param name            shown to people
 * @param redirectUris    where members are sent back to after they agreed
 * @param eventUrl        where events go; absent for nowhere
 * @param ownerUserId     the developer
 * @param enabled         whether it works
 * @param createdAt       when it was registered
 * @param secret          the {@code client_secret} of OAuth; absent when an answer is repeated
 * @param eventSigningKey what events are signed with; absent when an answer is repeated
 */
public record IssuedAppJson(
        String appId,
        String name,
        List<String> redirectUris,
        @Nullable String eventUrl,
        String ownerUserId,
        boolean enabled,
        Instant createdAt,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        String secret,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        String eventSigningKey) {

    /** Returns the form of an app that was just given secrets. */
    public static IssuedAppJson of(IssuedApp issued) {
        App app = issued.app();
        return new IssuedAppJson(
                app.id().value(),
                app.name(),
                app.redirectUris(),
                app.eventUrl(),
                app.owner().value(),
                app.enabled(),
                app.createdAt(),
                issued.secret(),
                issued.signingKey());
    }
}
