package org.sightline.directoryfiles.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.model.DepartmentId;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldJson;
import org.sightline.json.GroupJson;
import org.sightline.json.Json;
import org.sightline.json.UnitJson;
import org.sightline.json.UserJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Turns the object of a line into an entry (docs/import.md, "JSON lines"). */
final class EntryReader {

    private final String organisation;

    /**
     * Reads for a tenant.
     *
     * @param organisation the tenant's name, which is the root department's; a line for the root may leave it out
     */
    EntryReader(String organisation) {
        this.organisation = organisation;
    }

    /**
     * Returns what a line states; the object is used up.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} or {@code unknown_field}
     */
    DirectoryEntry read(JsonNode line) {
        if (!(line instanceof ObjectNode fields)) {
            throw Problem.invalid("", Codes.INVALID, "a line must be an object").exception();
        }
        EntryKind kind = kind(fields.remove("kind"));
        if (fields.path(kind.idName()).isMissingNode()) {
            throw Problem.invalid(
                            "/" + kind.idName(),
                            Codes.INVALID,
                            "`" + kind.idName() + "` is missing; a line names its id, so that importing it twice is"
                                    + " importing it once")
                    .exception();
        }
        return switch (kind) {
            case FIELD ->
                new DirectoryEntry.OfField(Json.bind(fields, FieldJson.class).toModel());
            case DEPARTMENT ->
                new DirectoryEntry.OfDepartment(
                        Json.bind(named(fields), DepartmentJson.class).toModel());
            case USER ->
                new DirectoryEntry.OfMember(Json.bind(fields, UserJson.class).toModel());
            case GROUP ->
                new DirectoryEntry.OfGroup(Json.bind(fields, GroupJson.class).toModel());
            case UNIT ->
                new DirectoryEntry.OfUnit(Json.bind(fields, UnitJson.class).toModel());
        };
    }

    private static EntryKind kind(@Nullable JsonNode word) {
        if (word == null) {
            throw Problem.invalid("/kind", Codes.INVALID, "`kind` is missing; it is one of " + EntryKind.words())
                    .exception();
        }
        return EntryKind.ofKey(word.isTextual() ? word.textValue() : "")
                .orElseThrow(() -> Problem.invalid("/kind", Codes.INVALID, "must be one of " + EntryKind.words())
                        .exception());
    }

    private ObjectNode named(ObjectNode department) {
        boolean root = DepartmentId.ROOT
                .value()
                .equals(department.path("department_id").asText());
        if (root && !department.has("name")) {
            department.put("name", organisation);
        }
        return department;
    }
}
