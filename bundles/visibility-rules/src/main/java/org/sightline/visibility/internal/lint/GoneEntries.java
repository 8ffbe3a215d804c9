package org.sightline.visibility.internal.lint;

import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.Rule;

/** What a rule names although it is not there any more. */
final class GoneEntries {

    private final DirectorySnapshot directory;
    private final List<String> found = new ArrayList<>();

    private GoneEntries(DirectorySnapshot directory) {
        this.directory = directory;
    }

    /** Lists them in the order of the rule, subjects first, in words. */
    static List<String> of(Rule rule, DirectorySnapshot directory) {
        GoneEntries gone = new GoneEntries(directory);
        rule.subjects().members().forEach(id -> gone.user("subject", id));
        rule.subjects().groups().forEach(id -> gone.group("subject", id));
        rule.subjects().departments().forEach(id -> gone.department("subject", id));
        rule.objects().members().forEach(id -> gone.user("object", id));
        rule.objects().departments().forEach(id -> gone.department("object", id));
        return gone.found;
    }

    private void user(String side, UserId id) {
        int number = directory.memberNumber(id);
        if (number == DirectorySnapshot.NONE || directory.member(number).status() == MemberStatus.DELETED) {
            add(side, "user", id);
        }
    }

    private void group(String side, GroupId id) {
        if (directory.group(id).isEmpty()) {
            add(side, "group", id);
        }
    }

    private void department(String side, DepartmentId id) {
        if (directory.departmentNumber(id) == DirectorySnapshot.NONE) {
            add(side, "department", id);
        }
    }

    private void add(String side, String what, Object id) {
        found.add(side + " " + what + " `" + id + "`");
    }
}
