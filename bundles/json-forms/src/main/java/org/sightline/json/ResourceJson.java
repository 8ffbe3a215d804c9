package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceType;

/**
 * A document or a base (docs/concepts.md, "Resources").
 *
 * @param id                   never absent in answers, cannot be said or changed
 * @param type                 never absent in answers, cannot be changed
 * @param title                never absent in answers
 * @param owner                the app or the member with whose token it was made; cannot be said or changed
 * @param administratorUserIds those who look after it beside the owner; cannot be said or changed here
 * @param createdAt            never absent in answers, cannot be said or changed
 */
public record ResourceJson(
        @Nullable String id,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"base", "doc"})
        @Nullable
        String type,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String title,

        AuditEntryJson.@Nullable ReferenceJson owner,
        @Nullable List<String> administratorUserIds,
        @Nullable Instant createdAt) {

    private static final String TITLE = "title";

    /** Returns the form of a resource. */
    public static ResourceJson of(Resource resource) {
        return new ResourceJson(
                resource.id().value(),
                resource.type().key(),
                resource.title(),
                new AuditEntryJson.ReferenceJson(
                        resource.owner().kind().key(), resource.owner().id()),
                resource.administrators().stream().map(UserId::value).toList(),
                resource.createdAt());
    }

    /**
     * Returns the type and the title of a resource to be made.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault; {@code immutable_field} for what a
     *     caller cannot say
     */
    public NewResource toNew() {
        Faults faults = Faults.none();
        String why = "this is the server's to say";
        refuse(faults, "id", id, why);
        refuse(faults, "owner", owner, "the owner is the app or the member with whose token it is made");
        refuse(faults, "administrator_user_ids", administratorUserIds, "administrators are named one by one");
        refuse(faults, "created_at", createdAt, why);
        ResourceType read = faults.requiredWord("type", type, ResourceType::ofKey, ResourceType.DOC);
        String text = faults.text(TITLE, title);
        faults.refuseIfAny();
        return new NewResource(read, text);
    }

    private static void refuse(Faults faults, String name, @Nullable Object value, String why) {
        if (value != null) {
            faults.add(name, Codes.IMMUTABLE_FIELD, why);
        }
    }

    /**
     * Returns the title this form has after a merge patch.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for everything else, otherwise as
     *     {@link MergePatch}
     */
    public String titlePatchedBy(JsonNode patch) {
        ResourceJson patched = MergePatch.apply(
                this, patch, ResourceJson.class, "id", "type", "owner", "administrator_user_ids", "created_at");
        Faults faults = Faults.none();
        String text = faults.text(TITLE, patched.title());
        faults.refuseIfAny();
        return text;
    }

    /**
     * What a resource begins with.
     *
     * @param type  what it is
     * @param title what it is called
     */
    public record NewResource(ResourceType type, String title) {}
}
