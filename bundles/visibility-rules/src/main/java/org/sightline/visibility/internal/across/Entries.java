package org.sightline.visibility.internal.across;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.CollaborationRule;

/** One side of a collaboration rule: what it names. */
record Entries(List<UserId> members, List<GroupId> groups, List<DepartmentId> departments) {

    /** Takes copies of the lists. */
    Entries {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
        departments = List.copyOf(departments);
    }

    static Entries ofSubjects(CollaborationRule rule) {
        return new Entries(
                rule.subjects().members(),
                rule.subjects().groups(),
                rule.subjects().departments());
    }

    static Entries ofObjects(CollaborationRule rule) {
        return new Entries(rule.objects().members(), List.of(), rule.objects().departments());
    }
}
