package org.sightline.directory.internal.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.FieldRules;
import org.sightline.directory.internal.rules.FieldUse;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;

/** Decides on changes of custom fields (docs/concepts.md, "Custom fields"). */
final class FieldEdits {

    private FieldEdits() {}

    static Proposal<List<CustomField>> replace(
            DirectorySnapshot directory, Expectation<List<CustomField>> expectation, List<CustomField> given) {
        List<CustomField> present = directory.fields();
        Refusals.requireExpected(expectation, present);
        List<CustomField> fields = given.stream().map(FieldRules::tidy).toList();
        Faults faults = Faults.none();
        FieldRules.checkAll(fields, faults);
        faults.refuseIfAny();
        if (fields.equals(present)) {
            return Proposal.nothing(present);
        }
        checkUse(directory, fields, faults);
        faults.refuseIfAny();
        Set<FieldId> gone = present.stream().map(CustomField::id).collect(Collectors.toCollection(HashSet::new));
        fields.forEach(field -> gone.remove(field.id()));
        requireUnmentioned(directory, gone);
        Draft draft = new Draft();
        draft.putFields(present, fields);
        dropValues(directory, gone, draft);
        return draft.giving(fields);
    }

    private static void checkUse(DirectorySnapshot directory, List<CustomField> fields, Faults faults) {
        Map<FieldId, CustomField> present = new HashMap<>();
        directory.fields().forEach(field -> present.put(field.id(), field));
        for (int i = 0; i < fields.size(); i++) {
            @Nullable CustomField before = present.get(fields.get(i).id());
            if (before != null) {
                FieldUse.check(directory, before, fields.get(i), faults.below("/fields/" + i));
            }
        }
    }

    private static void requireUnmentioned(DirectorySnapshot directory, Set<FieldId> gone) {
        for (Group group : directory.groups()) {
            @Nullable Condition condition = group.condition();
            if (condition != null) {
                for (FieldId field : condition.customFields()) {
                    if (gone.contains(field)) {
                        throw Problem.conflict(
                                        Codes.CONFLICT,
                                        "the condition of group `" + group.id() + "` speaks of field `" + field
                                                + "`; change the group first")
                                .exception();
                    }
                }
            }
        }
    }

    private static void dropValues(DirectorySnapshot directory, Set<FieldId> gone, Draft draft) {
        if (gone.isEmpty()) {
            return;
        }
        for (int number = 0; number < directory.memberCount(); number++) {
            Member member = directory.member(number);
            Map<FieldId, String> kept = new HashMap<>(member.customFields());
            if (kept.keySet().removeAll(gone)) {
                draft.also(new StateChange.PutMember(new Member(
                        member.id(), member.name(), member.profile(), member.departments(), kept, member.status())));
            }
        }
    }
}
