package org.sightline.rest.internal.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.ProfileField;
import org.sightline.rest.internal.answer.Query;
import org.sightline.trust.model.FieldGrants;

/** Reads what a request looks for. */
final class SearchQuery {

    private static final Set<String> FIXED = Set.of(FieldGrants.NAME, FieldGrants.DEPARTMENT);

    /** How many characters may be looked for. */
    private static final int MOST_CHARACTERS = 255;

    private SearchQuery() {}

    /**
     * Returns what is looked for.
     *
     * @param custom whether somebody may be found by a custom field with this public name
     * @throws org.sightline.problem.ProblemException {@code invalid} naming the parameter
     */
    static ContactsSearch read(
            @Nullable String text, @Nullable String fields, @Nullable String kind, Predicate<String> custom) {
        if (text == null || text.isBlank()) {
            throw Query.invalid("q", "is missing; give the words to look for").exception();
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Query.invalid("q", "must have at most " + MOST_CHARACTERS + " characters")
                    .exception();
        }
        return new ContactsSearch(text, fields(fields, custom), kind(kind));
    }

    private static List<String> fields(@Nullable String text, Predicate<String> custom) {
        if (text == null) {
            return List.of();
        }
        List<String> fields = Arrays.asList(text.split(",", -1));
        for (String field : fields) {
            boolean fixed = FIXED.contains(field) || ProfileField.ofKey(field).isPresent();
            if (!fixed && !(field.startsWith(ProfileField.CUSTOM_PREFIX) && custom.test(field))) {
                throw Query.invalid("fields", "there is no field `" + field + "`")
                        .exception();
            }
        }
        return fields;
    }

    private static @Nullable EntryKind kind(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "member" -> EntryKind.MEMBER;
            case "department" -> EntryKind.DEPARTMENT;
            default ->
                throw Query.invalid("kind", "must be `member` or `department`").exception();
        };
    }
}
