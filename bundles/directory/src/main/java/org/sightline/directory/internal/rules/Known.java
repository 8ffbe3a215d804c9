package org.sightline.directory.internal.rules;

import java.util.Optional;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;

/** What exists and may therefore be named. */
public interface Known {

    /** Whether there is such a department. */
    boolean hasDepartment(DepartmentId id);

    /** Whether there is such a member, active or suspended. */
    boolean hasMember(UserId id);

    /** Returns a custom field; empty for an unknown one. */
    Optional<CustomField> field(FieldId id);

    /** Returns what exists in a snapshot. */
    static Known in(DirectorySnapshot directory) {
        return new Known() {
            @Override
            public boolean hasDepartment(DepartmentId id) {
                return directory.departmentNumber(id) != DirectorySnapshot.NONE;
            }

            @Override
            public boolean hasMember(UserId id) {
                int number = directory.memberNumber(id);
                return number != DirectorySnapshot.NONE
                        && directory.member(number).status() != MemberStatus.DELETED;
            }

            @Override
            public Optional<CustomField> field(FieldId id) {
                return directory.fields().stream()
                        .filter(field -> field.id().equals(id))
                        .findFirst();
            }
        };
    }
}
