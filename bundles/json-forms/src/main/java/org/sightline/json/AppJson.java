package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppDetails;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppId;
import org.sightline.problem.Codes;

/**
 * An app (docs/concepts.md, "Apps").
 *
 * @param appId        over the whole server, also the {@code client_id} of OAuth; generated when absent
 * @param name         never absent in answers
 * @param redirectUris where members are sent back to after they agreed, compared to the letter; none when absent
 * @param eventUrl     where events go; absent for nowhere
 * @param ownerUserId  the developer; never absent in answers, cannot be said or changed
 * @param enabled      whether it works; true when absent, never absent in answers
 * @param createdAt    never absent in answers, cannot be said or changed
 */
public record AppJson(
        @Nullable String appId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable List<@Nullable String> redirectUris,
        @Nullable String eventUrl,
        @Nullable String ownerUserId,
        @Nullable Boolean enabled,
        @Nullable Instant createdAt) {

    /** Returns the form of an app, without its secrets. */
    public static AppJson of(App app) {
        return new AppJson(
                app.id().value(),
                app.name(),
                List.copyOf(app.redirectUris()),
                app.eventUrl(),
                app.owner().value(),
                app.enabled(),
                app.createdAt());
    }

    /**
     * Returns the id this form has, or a fresh one.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid}; {@code immutable_field} for what a caller cannot say
     */
    public AppId newId() {
        Faults faults = Faults.none();
        if (ownerUserId != null) {
            faults.add("owner_user_id", Codes.IMMUTABLE_FIELD, "the owner is whoever registers the app");
        }
        if (createdAt != null) {
            faults.add("created_at", Codes.IMMUTABLE_FIELD, "the time is the server's to say");
        }
        AppId id = faults.optional("app_id", appId, AppId::new, AppId::random);
        faults.refuseIfAny();
        return id;
    }

    /**
     * Returns the details this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public AppDetails toDetails() {
        Faults faults = Faults.none();
        AppDetails details = new AppDetails(
                faults.text("name", name),
                faults.list("redirect_uris", redirectUris, text -> text),
                Texts.orNull(eventUrl),
                enabled == null || enabled);
        faults.refuseIfAny();
        return details;
    }

    /**
     * Returns this form with a merge patch applied.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for id, owner and time, otherwise as
     *     {@link MergePatch}
     */
    public AppJson patchedBy(JsonNode patch) {
        return MergePatch.apply(this, patch, AppJson.class, "app_id", "owner_user_id", "created_at");
    }
}
