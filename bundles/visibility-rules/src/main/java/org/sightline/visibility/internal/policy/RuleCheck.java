package org.sightline.visibility.internal.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * What is wrong with the supplementary rules of a policy before it is saved (docs/concepts.md, "Supplementary rules").
 * Pointers lead into the policy's JSON form. What a rule of the same id already names may stay although it is gone.
 */
final class RuleCheck {

    /** Subjects and objects together; a group or a department says more with less. */
    static final int MOST_ENTRIES = 1_000;

    private static final int LONGEST_NAME = 200;

    private final DirectorySnapshot directory;
    private final Map<RuleId, Rule> stored = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private RuleCheck(DirectorySnapshot directory, VisibilityPolicy present) {
        this.directory = directory;
        present.rules().forEach(rule -> stored.put(rule.id(), rule));
    }

    /** Lists what is wrong, in the order of the policy. */
    static List<Fault> faults(VisibilityPolicy proposed, VisibilityPolicy present, DirectorySnapshot directory) {
        RuleCheck check = new RuleCheck(directory, present);
        Set<RuleId> seen = new HashSet<>();
        for (int set = 0; set < proposed.ruleSets().size(); set++) {
            RuleSet rules = proposed.ruleSets().get(set);
            for (int index = 0; index < rules.rules().size(); index++) {
                check.rule(
                        "/rule_sets/" + set + "/rules/" + index, rules.rules().get(index), seen);
            }
        }
        return check.faults;
    }

    private void rule(String pointer, Rule rule, Set<RuleId> seen) {
        if (!seen.add(rule.id())) {
            invalid(pointer + "/rule_id", "another rule of the policy has the id `" + rule.id() + "`");
        }
        name(pointer + "/name", rule.name());
        int entries = rule.subjects().members().size()
                + rule.subjects().groups().size()
                + rule.subjects().departments().size()
                + rule.objects().members().size()
                + rule.objects().departments().size();
        if (entries > MOST_ENTRIES) {
            invalid(
                    pointer,
                    "a rule has at most " + MOST_ENTRIES + " entries, this one has " + entries
                            + "; name a group or a department instead, or use several rules");
            return;
        }
        subjects(pointer + "/subjects", rule);
        objects(pointer + "/objects", rule);
    }

    private void name(String pointer, @Nullable String name) {
        if (name == null) {
            return;
        }
        if (name.length() > LONGEST_NAME) {
            invalid(pointer, "must have at most " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (name.chars().anyMatch(each -> Character.getType(each) == Character.CONTROL)) {
            invalid(pointer, "must not contain control characters such as tab, line break or NUL");
        }
    }

    private void subjects(String pointer, Rule rule) {
        if (rule.subjects().isEmpty()) {
            invalid(pointer, "name at least one member, group or department as subject");
        }
        entries(pointer + "/user_ids", rule, its -> its.subjects().members(), this::isKnown, "member");
        entries(pointer + "/group_ids", rule, its -> its.subjects().groups(), this::isKnown, "group");
        entries(pointer + "/department_ids", rule, its -> its.subjects().departments(), this::isKnown, "department");
    }

    private void objects(String pointer, Rule rule) {
        if (rule.objects().isEmpty()) {
            invalid(pointer, "name at least one member or department as object");
        }
        entries(pointer + "/user_ids", rule, its -> its.objects().members(), this::isKnown, "member");
        entries(pointer + "/department_ids", rule, its -> its.objects().departments(), this::isKnown, "department");
    }

    private <T> void entries(String pointer, Rule rule, Function<Rule, List<T>> list, Predicate<T> known, String what) {
        Rule before = stored.get(rule.id());
        Set<T> mayStay = before == null ? Set.of() : Set.copyOf(new HashSet<>(list.apply(before)));
        Set<T> seen = new HashSet<>();
        List<T> entries = list.apply(rule);
        for (int index = 0; index < entries.size(); index++) {
            T entry = entries.get(index);
            if (!seen.add(entry)) {
                invalid(pointer + "/" + index, "`" + entry + "` is named twice");
            } else if (!mayStay.contains(entry) && !known.test(entry)) {
                invalid(pointer + "/" + index, "there is no " + what + " `" + entry + "`");
            }
        }
    }

    private boolean isKnown(UserId id) {
        int member = directory.memberNumber(id);
        return member != DirectorySnapshot.NONE && directory.member(member).status() != MemberStatus.DELETED;
    }

    private boolean isKnown(GroupId id) {
        return directory.group(id).isPresent();
    }

    private boolean isKnown(DepartmentId id) {
        return directory.departmentNumber(id) != DirectorySnapshot.NONE;
    }

    private void invalid(String pointer, String detail) {
        faults.add(new Fault(pointer, Codes.INVALID, detail));
    }
}
