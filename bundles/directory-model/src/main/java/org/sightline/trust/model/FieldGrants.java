package org.sightline.trust.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /** Whether the other side sees the field. */
    public boolean shows(String field) {
        return visible.contains(field);
    }

    /** Whether the other side may search by the field. */
    public boolean searches(String field) {
        return visible.contains(field) && searchable.contains(field);
    }
}
