package org.sightline.organisations.internal;

import java.util.List;
import java.util.Map;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;

/** A member as they are before there are departments and custom fields. */
final class InRoot {

    private InRoot() {}

    static Member of(Member member) {
        return new Member(
                member.id(),
                member.name(),
                member.profile(),
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                member.status());
    }
}
