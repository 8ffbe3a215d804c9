package org.sightline.trust.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.ProfileField;

/**
 * Which profile fields the other side sees and may search by (docs/concepts.md, "Fields across a trust"). Fields stand under
 * their public names: {@code name}, {@code department}, those of
 * {@link org.sightline.directory.model.ProfileField} and {@code custom_fields.<id>}.
 *
 * @param visible    always with {@code name}
 * @param searchable what counts of it is also in {@code visible}
 */
public record FieldGrants(SortedSet<String> visible, SortedSet<String> searchable) {

    /** The public name of a member's name. */
    public static final String NAME = "name";

    /** The public name of the names of a member's departments. */
    public static final String DEPARTMENT = "department";

    /** Only the name, in both sets. */
    public static final FieldGrants NAME_ONLY = of(List.of(), List.of(NAME));

    /** Adds {@code name} to the visible fields and takes copies. */
    public FieldGrants {
        SortedSet<String> seen = new TreeSet<>(visible);
        seen.add(NAME);
        visible = Collections.unmodifiableSortedSet(seen);
        searchable = Collections.unmodifiableSortedSet(new TreeSet<>(searchable));
    }

    /** Returns the grants with these fields. */
    public static FieldGrants of(Collection<String> visible, Collection<String> searchable) {
        return new FieldGrants(new TreeSet<>(visible), new TreeSet<>(searchable));
    }

    /** Returns what the other side sees of a member: the visible fields, and no departments, which go by other rules. */
    public Member released(Member member) {
        Profile profile = member.profile();
        Map<FieldId, String> custom = new HashMap<>();
        member.customFields().forEach((field, value) -> {
            if (shows(ProfileField.CUSTOM_PREFIX + field)) {
                custom.put(field, value);
            }
        });
        return new Member(
                member.id(),
                member.name(),
                new Profile(
                        released(ProfileField.EN_NAME, profile),
                        released(ProfileField.EMAIL, profile),
                        released(ProfileField.MOBILE, profile),
                        released(ProfileField.EMPLOYEE_NO, profile),
                        released(ProfileField.JOB_TITLE, profile),
                        released(ProfileField.CITY, profile),
                        released(ProfileField.COUNTRY, profile)),
                List.of(),
                custom,
                member.status());
    }

    private @Nullable String released(ProfileField field, Profile profile) {
        return shows(field.key()) ? field.of(profile) : null;
    }

    /** Whether the other side sees the field. */
    public boolean shows(String field) {
        return visible.contains(field);
    }

    /** Whether the other side may search by the field. */
    public boolean searches(String field) {
        return visible.contains(field) && searchable.contains(field);
    }
}
