package org.sightline.directory.internal.rules;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.problem.Codes;

/** A field changes only in ways that leave the values members have right (docs/concepts.md, "Custom fields"). */
public final class FieldUse {

    private FieldUse() {}

    /** Notes what is wrong with the change of a field, in view of the values that members have. */
    public static void check(DirectorySnapshot directory, CustomField before, CustomField after, Faults faults) {
        Set<String> removed = new HashSet<>(before.choices());
        removed.removeAll(after.choices());
        boolean sameType = before.type() == after.type();
        if (sameType && removed.isEmpty()) {
            return;
        }
        for (int number = 0; number < directory.memberCount(); number++) {
            Member member = directory.member(number);
            @Nullable String value = member.customFields().get(before.id());
            if (value != null && member.status() != MemberStatus.DELETED) {
                if (!sameType) {
                    faults.add(
                            "/type",
                            Codes.IMMUTABLE_FIELD,
                            "the type cannot change while users, such as `" + member.id() + "`, have values");
                    return;
                }
                if (removed.contains(value)) {
                    faults.invalid(
                            "/choices",
                            "`" + value + "` must stay while users, such as `" + member.id() + "`, have it");
                    return;
                }
            }
        }
    }
}
