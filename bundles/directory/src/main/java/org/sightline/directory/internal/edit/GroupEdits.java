package org.sightline.directory.internal.edit;

import java.util.function.UnaryOperator;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.GroupRules;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.problem.Codes;

/** Decides on changes of groups (docs/concepts.md, "Groups"). */
final class GroupEdits {

    private GroupEdits() {}

    static Proposal<Group> create(DirectorySnapshot directory, Group given) {
        Group group = GroupRules.tidy(given);
        if (directory.group(group.id()).isPresent()) {
            throw Refusals.duplicate("/group_id", "group", group.id());
        }
        Faults faults = Faults.none();
        GroupRules.check(group, Known.in(directory), faults);
        faults.refuseIfAny();
        if (directory.groups().size() >= Limits.GROUPS) {
            throw Refusals.tooMany("groups", Limits.GROUPS);
        }
        Draft draft = new Draft();
        draft.put(null, group);
        return draft.giving(group);
    }

    static Proposal<Group> update(
            DirectorySnapshot directory, GroupId id, Expectation<Group> expectation, UnaryOperator<Group> edit) {
        Group present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        Group edited = GroupRules.tidy(edit.apply(present));
        Faults faults = Faults.none();
        if (!edited.id().equals(id)) {
            faults.add("/group_id", Codes.IMMUTABLE_FIELD, "an id cannot be changed");
        }
        GroupRules.check(edited, Known.in(directory), faults);
        faults.refuseIfAny();
        if (edited.equals(present)) {
            return Proposal.nothing(present);
        }
        Draft draft = new Draft();
        draft.put(present, edited);
        return draft.giving(edited);
    }

    static Proposal<Group> delete(DirectorySnapshot directory, GroupId id, Expectation<Group> expectation) {
        Group present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        Draft draft = new Draft();
        draft.remove(present);
        return draft.giving(present);
    }

    private static Group present(DirectorySnapshot directory, GroupId id) {
        return directory.group(id).orElseThrow(() -> Refusals.unknown("group", id));
    }
}
