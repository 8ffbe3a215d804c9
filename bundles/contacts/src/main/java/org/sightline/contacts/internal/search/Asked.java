package org.sightline.contacts.internal.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.EntryKind;
import org.sightline.trust.model.FieldGrants;

/** What a viewer looks for in one directory, as far as they may. */
final class Asked {

    /** Folded; all of them in one field. */
    final List<String> words;

    /** Numbers of the fields to look into. */
    final int[] among;

    /** Whether members are found by the names of their departments, too. */
    final boolean byDepartment;

    /** Only these; null for both. */
    final @Nullable EntryKind kind;

    private Asked(ContactsSearch search, int[] among, boolean byDepartment) {
        this.words = Words.ofQuery(search.text());
        this.among = among;
        this.byDepartment = byDepartment;
        this.kind = search.kind();
    }

    /** A search of the own tenant, where members are not found by the names of departments, which are found themselves. */
    static Asked inside(SearchFields fields, ContactsSearch search) {
        return new Asked(search, fields.numbers(search.fields()), false);
    }

    /** A search of a trusted tenant, by the fields it lets others search by. */
    static Asked across(SearchFields fields, ContactsSearch search, FieldGrants grants) {
        int[] among = Arrays.stream(fields.numbers(search.fields()))
                .filter(field -> grants.searches(fields.name(field)))
                .toArray();
        boolean wanted = search.fields().isEmpty() || search.fields().contains(FieldGrants.DEPARTMENT);
        return new Asked(search, among, wanted && grants.searches(FieldGrants.DEPARTMENT));
    }

    /** Whether nothing can be found. */
    boolean isIdle() {
        return words.isEmpty() || (among.length == 0 && !byDepartment);
    }
}
