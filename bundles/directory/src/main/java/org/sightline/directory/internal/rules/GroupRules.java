package org.sightline.directory.internal.rules;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Group;

/** Rules for groups (docs/concepts.md, "Groups"). */
public final class GroupRules {

    private GroupRules() {}

    /** Returns the group as it is kept: name in NFC. */
    public static Group tidy(Group group) {
        return new Group(group.id(), Line.nfc(group.name()), group.members(), group.departments(), group.condition());
    }

    /** Notes what is wrong with a tidy group. */
    public static void check(Group group, Known known, Faults faults) {
        Line.check("/name", group.name(), Limits.NAME, faults);
        Named.check("/user_ids", group.members(), Limits.GROUP_ENTRIES, "user", known::hasMember, faults);
        Named.check(
                "/department_ids",
                group.departments(),
                Limits.GROUP_ENTRIES,
                "department",
                known::hasDepartment,
                faults);
        @Nullable Condition condition = group.condition();
        if (condition != null) {
            for (FieldId field : condition.customFields()) {
                if (known.field(field).isEmpty()) {
                    faults.invalid("/condition", "there is no custom field `" + field + "`");
                }
            }
        }
    }
}
