package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import org.sightline.trust.SharedEntry;

/**
 * Somebody or something that a partner shares.
 *
 * @param kind what it is
 * @param id   of the member or the department
 * @param name of the member or the department
 */
public record SharedEntryJson(
        @Schema(allowableValues = {"department", "member"}) String kind, String id, String name) {

    /** Returns the form of an entry. */
    public static SharedEntryJson of(SharedEntry entry) {
        return new SharedEntryJson(entry.department() ? "department" : "member", entry.id(), entry.name());
    }
}
