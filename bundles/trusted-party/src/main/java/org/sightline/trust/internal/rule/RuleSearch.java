package org.sightline.trust.internal.rule;

import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.UserId;
import org.sightline.trust.internal.scope.NameMatch;
import org.sightline.trust.internal.scope.SharedPart;
import org.sightline.trust.model.CollaborationRule;

/** Finds rules by their entries: the exact id, or what the name begins with. Names of the partner's only while shared. */
final class RuleSearch {

    private final String id;
    private final NameMatch name;
    private final DirectorySnapshot own;
    private final SharedPart theirs;

    RuleSearch(String words, DirectorySnapshot own, SharedPart theirs) {
        this.id = words.strip();
        this.name = new NameMatch(words);
        this.own = own;
        this.theirs = theirs;
    }

    boolean finds(CollaborationRule rule) {
        return rule.subjects().members().stream().anyMatch(this::isOwn)
                || rule.subjects().departments().stream().anyMatch(this::isOwn)
                || rule.subjects().groups().stream()
                        .anyMatch(group -> is(group.value())
                                || own.group(group)
                                        .map(Group::name)
                                        .filter(name::begins)
                                        .isPresent())
                || rule.objects().members().stream().anyMatch(this::isTheirs)
                || rule.objects().departments().stream().anyMatch(this::isTheirs);
    }

    private boolean is(String value) {
        return value.equals(id);
    }

    private boolean isOwn(UserId member) {
        int number = own.memberNumber(member);
        return is(member.value())
                || (number != DirectorySnapshot.NONE
                        && name.begins(own.member(number).name()));
    }

    private boolean isOwn(DepartmentId department) {
        int number = own.departmentNumber(department);
        return is(department.value())
                || (number != DirectorySnapshot.NONE
                        && name.begins(own.department(number).name()));
    }

    private boolean isTheirs(UserId member) {
        DirectorySnapshot directory = theirs.directory();
        int number = directory.memberNumber(member);
        return is(member.value())
                || (number != DirectorySnapshot.NONE
                        && theirs.hasMember(number)
                        && name.begins(directory.member(number).name()));
    }

    private boolean isTheirs(DepartmentId department) {
        DirectorySnapshot directory = theirs.directory();
        int number = directory.departmentNumber(department);
        return is(department.value())
                || (number != DirectorySnapshot.NONE
                        && theirs.hasDepartment(number)
                        && name.begins(directory.department(number).name()));
    }
}
