package org.sightline.testkit.bruteforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;

/**
 * Decides one pair after the other straight from docs/concepts.md, "The decision": sets, loops, nothing clever. What
 * the engine answers must be what this answers.
 */
public final class BruteForce {

    private final TenantState state;
    private final @Nullable OtherMainRule otherMainRule;
    private final Map<UserId, Member> members = new HashMap<>();
    private final Map<DepartmentId, Department> departments = new HashMap<>();
    private final Map<DepartmentId, Set<DepartmentId>> selfAndAbove = new HashMap<>();
    private final Map<UserId, Set<DepartmentId>> allDepartmentsOf = new HashMap<>();
    private final Map<UserId, Set<GroupId>> groupsOf = new HashMap<>();

    /**
     * Prepares for a state.
     *
     * @param otherMainRule decides when the policy's main rule is not one of the four that come with the server; null
     *     when that rule is missing, so that nobody is seen through it
     */
    public BruteForce(TenantState state, @Nullable OtherMainRule otherMainRule) {
        this.state = state;
        this.otherMainRule = otherMainRule;
        state.departments().forEach(department -> departments.put(department.id(), department));
        state.departments().forEach(department -> selfAndAbove.put(department.id(), upwards(department)));
        for (Member member : state.members()) {
            members.put(member.id(), member);
            allDepartmentsOf.put(member.id(), everyDepartmentOf(member));
        }
        state.members().forEach(member -> groupsOf.put(member.id(), everyGroupOf(member)));
    }

    private Set<DepartmentId> upwards(Department department) {
        Set<DepartmentId> found = new HashSet<>();
        Department at = department;
        while (at != null) {
            found.add(at.id());
            at = at.parent() == null ? null : departments.get(at.parent());
        }
        return found;
    }

    private Set<DepartmentId> everyDepartmentOf(Member member) {
        Set<DepartmentId> found = new HashSet<>();
        for (Membership membership : member.departments()) {
            found.addAll(known(membership.department()));
        }
        return found;
    }

    private Set<DepartmentId> known(DepartmentId department) {
        Set<DepartmentId> found = selfAndAbove.get(department);
        if (found == null) {
            throw new IllegalArgumentException("there is no department " + department);
        }
        return found;
    }

    private Set<GroupId> everyGroupOf(Member member) {
        Set<GroupId> found = new HashSet<>();
        for (Group group : state.groups()) {
            boolean in = group.members().contains(member.id());
            for (DepartmentId department : group.departments()) {
                in |= isIn(member, department);
            }
            if (group.condition() != null) {
                in = group.condition().holdsFor(member);
            }
            if (in) {
                found.add(group.id());
            }
        }
        return found;
    }

    private boolean isIn(Member member, DepartmentId department) {
        Set<DepartmentId> all = allDepartmentsOf.get(member.id());
        return all != null && all.contains(department);
    }

    /** Decides whether a member sees another. */
    public Answer sees(UserId viewer, UserId target) {
        Member from = member(viewer);
        Member to = member(target);
        if (!from.isActive() || !to.isActive()) {
            return new Answer(false, "status", Set.of(), List.of());
        }
        if (viewer.equals(target)) {
            return new Answer(true, "self", Set.of(), List.of());
        }
        Set<DepartmentId> around = allDepartmentsOf.getOrDefault(target, Set.of());
        for (int set = 0; set < state.policy().ruleSets().size(); set++) {
            List<Found> found = matches(state.policy().ruleSets().get(set), from, target, around);
            if (!found.isEmpty()) {
                return decide(found, set);
            }
        }
        return new Answer(mainRuleShows(from, to), "main_rule", Set.of(), List.of());
    }

    /** Decides whether a member sees a department. */
    public Answer seesDepartment(UserId viewer, DepartmentId target) {
        Member from = member(viewer);
        if (!from.isActive()) {
            return new Answer(false, "status", Set.of(), List.of());
        }
        for (int set = 0; set < state.policy().ruleSets().size(); set++) {
            List<Found> found = matches(state.policy().ruleSets().get(set), from, null, known(target));
            if (!found.isEmpty()) {
                return decide(found, set);
            }
        }
        return new Answer(mainRuleShows(from, target), "main_rule", Set.of(), List.of());
    }

    private Member member(UserId id) {
        Member member = members.get(id);
        if (member == null) {
            throw new IllegalArgumentException("there is no member " + id);
        }
        return member;
    }

    private List<Found> matches(RuleSet set, Member viewer, @Nullable UserId target, Set<DepartmentId> around) {
        List<Found> found = new ArrayList<>();
        for (Rule rule : set.rules()) {
            for (Object subject : subjectsOf(rule, viewer)) {
                for (Object object : objectsOf(rule, target, around)) {
                    found.add(new Found(rule.id(), subject, object, rule.effect()));
                }
            }
        }
        return found;
    }

    private List<Object> subjectsOf(Rule rule, Member viewer) {
        List<Object> subjects = new ArrayList<>();
        if (rule.subjects().members().contains(viewer.id())) {
            subjects.add(viewer.id());
        }
        Set<GroupId> groups = groupsOf.getOrDefault(viewer.id(), Set.of());
        rule.subjects().groups().stream().filter(groups::contains).forEach(subjects::add);
        rule.subjects().departments().stream()
                .filter(department -> isIn(viewer, department))
                .forEach(subjects::add);
        return subjects;
    }

    private static List<Object> objectsOf(Rule rule, @Nullable UserId target, Set<DepartmentId> around) {
        List<Object> objects = new ArrayList<>();
        if (target != null && rule.objects().members().contains(target)) {
            objects.add(target);
        }
        rule.objects().departments().stream().filter(around::contains).forEach(objects::add);
        return objects;
    }

    private Answer decide(List<Found> found, int set) {
        List<Judged> judged = new ArrayList<>();
        boolean hidden = false;
        for (Found match : found) {
            boolean outranked = false;
            for (Found other : found) {
                outranked |= outranks(other, match);
            }
            judged.add(new Judged(match, outranked));
            hidden |= !outranked && match.effect() == Effect.HIDDEN;
        }
        Effect effect = hidden ? Effect.HIDDEN : Effect.VISIBLE;
        Set<RuleId> rules = new LinkedHashSet<>();
        for (Judged match : judged) {
            if (!match.outranked() && match.found().effect() == effect) {
                rules.add(match.found().rule());
            }
        }
        return new Answer(!hidden, "rule_set_" + (set + 1), rules, judged);
    }

    private boolean outranks(Found one, Found other) {
        boolean subjectAbove = moreSpecificSubject(one.subject(), other.subject());
        boolean objectAbove = moreSpecificObject(one.object(), other.object());
        boolean subjectEqual = one.subject().equals(other.subject());
        boolean objectEqual = one.object().equals(other.object());
        return (subjectAbove || subjectEqual) && (objectAbove || objectEqual) && (subjectAbove || objectAbove);
    }

    private boolean moreSpecificSubject(Object one, Object other) {
        if (one instanceof UserId) {
            return !(other instanceof UserId);
        }
        if (one instanceof GroupId) {
            return other instanceof DepartmentId;
        }
        return one instanceof DepartmentId below && other instanceof DepartmentId above && liesBelow(below, above);
    }

    private boolean moreSpecificObject(Object one, Object other) {
        if (one instanceof UserId) {
            return other instanceof DepartmentId;
        }
        return one instanceof DepartmentId below && other instanceof DepartmentId above && liesBelow(below, above);
    }

    private boolean liesBelow(DepartmentId below, DepartmentId above) {
        return !below.equals(above) && known(below).contains(above);
    }

    private boolean mainRuleShows(Member viewer, Member target) {
        return switch (state.policy().mainRule().type()) {
            case "everyone" -> true;
            case "nobody" -> false;
            case "own_department", "own_unit" ->
                target.departments().stream().anyMatch(membership -> mainRuleShows(viewer, membership.department()));
            default -> otherMainRule != null && otherMainRule.shows(viewer, target);
        };
    }

    private boolean mainRuleShows(Member viewer, DepartmentId target) {
        return switch (state.policy().mainRule().type()) {
            case "everyone" -> true;
            case "nobody" -> false;
            case "own_department" ->
                viewer.departments().stream()
                        .anyMatch(membership -> known(target).contains(membership.department()));
            case "own_unit" -> {
                Set<Unit> units = unitsAround(allDepartmentsOf.getOrDefault(viewer.id(), Set.of()));
                units.retainAll(unitsAround(known(target)));
                yield !units.isEmpty();
            }
            default -> otherMainRule != null && otherMainRule.shows(viewer, target);
        };
    }

    private Set<Unit> unitsAround(Set<DepartmentId> around) {
        MainRuleChoice choice = state.policy().mainRule();
        Set<Unit> found = new HashSet<>();
        for (Unit unit : state.units()) {
            boolean counts = choice.unitTypes().isEmpty() || choice.unitTypes().contains(unit.type());
            if (counts && unit.departments().stream().anyMatch(around::contains)) {
                found.add(unit);
            }
        }
        return found;
    }

    /** A vendor's main rule, said plainly. */
    public interface OtherMainRule {

        /** Whether a member sees another. */
        boolean shows(Member viewer, Member target);

        /** Whether a member sees a department. */
        boolean shows(Member viewer, DepartmentId target);
    }

    /**
     * A match of a rule.
     *
     * @param rule    the rule
     * @param subject a {@link UserId}, {@link GroupId} or {@link DepartmentId}
     * @param object  a {@link UserId} or {@link DepartmentId}
     * @param effect  what the rule says
     */
    public record Found(RuleId rule, Object subject, Object object, Effect effect) {}

    /**
     * A match and whether another one outranks it.
     *
     * @param found     the match
     * @param outranked whether it is dropped
     */
    public record Judged(Found found, boolean outranked) {}

    /**
     * What was decided.
     *
     * @param visible the answer
     * @param layer   {@code status}, {@code self}, {@code rule_set_1}, {@code rule_set_2} or {@code main_rule}
     * @param rules   the deciding rules
     * @param matches the matches of the deciding set
     */
    public record Answer(boolean visible, String layer, Set<RuleId> rules, List<Judged> matches) {}
}
