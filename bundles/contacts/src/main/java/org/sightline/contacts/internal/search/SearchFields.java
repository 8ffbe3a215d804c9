package org.sightline.contacts.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.ProfileField;

/** The fields a tenant's members can be found by, in the order in which a hit names them. */
final class SearchFields {

    /** The field that departments have, too. */
    static final int NAME = 0;

    private static final String NAME_KEY = "name";
    private static final String EMAIL_KEY = ProfileField.EMAIL.key();
    private static final List<ProfileField> FIXED = List.of(ProfileField.values());

    private final List<String> names = new ArrayList<>();
    private final List<FieldId> custom = new ArrayList<>();

    private SearchFields(List<CustomField> fields) {
        names.add(NAME_KEY);
        for (ProfileField field : FIXED) {
            names.add(field.key());
        }
        for (CustomField field : fields) {
            names.add(ProfileField.CUSTOM_PREFIX + field.id());
            custom.add(field.id());
        }
    }

    static SearchFields of(List<CustomField> fields) {
        return new SearchFields(fields);
    }

    int count() {
        return names.size();
    }

    String name(int field) {
        return names.get(field);
    }

    boolean isEmail(int field) {
        return names.get(field).equals(EMAIL_KEY);
    }

    /** The numbers of fields by their names, ascending; of all fields when none is named. Unknown names have none. */
    int[] numbers(List<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int field = 0; field < names.size(); field++) {
            if (wanted.isEmpty() || wanted.contains(names.get(field))) {
                found.add(field);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A member's value; null when there is none. */
    @Nullable
    String value(Member member, int field) {
        if (field == NAME) {
            return member.name();
        }
        int fixed = field - 1;
        if (fixed < FIXED.size()) {
            return FIXED.get(fixed).of(member.profile());
        }
        return member.customFields().get(custom.get(fixed - FIXED.size()));
    }

    /** The first of some fields in which a member has all words; negative when there is none. */
    int matching(Member member, int[] fields, List<String> query) {
        for (int field : fields) {
            String value = value(member, field);
            if (value != null && Words.haveAll(value, isEmail(field), query)) {
                return field;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchFields that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
