package org.sightline.contacts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the contacts (docs/concepts.md, "Search").
 *
 * @param text   words, all of which one field must have; at least one
 * @param fields the public names of the fields to look into; empty for all. Departments have only {@code name}
 * @param kind   {@link EntryKind#MEMBER} or {@link EntryKind#DEPARTMENT} for only those; null for both
 */
public record ContactsSearch(
        String text, List<String> fields, @Nullable EntryKind kind) {

    /** Takes a copy of the list. */
    public ContactsSearch {
        fields = List.copyOf(fields);
    }
}
