package org.sightline.testkit.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.RuleId;

/** Sight across a trust straight from docs/concepts.md, "Sight across a trust": ids, loops, nothing clever. */
public final class BruteForceAcross {

    private final TenantState own;
    private final TenantState partner;

    /**
     * Prepares for two states.
     *
     * @param own     the viewers' tenant
     * @param partner the targets' tenant
     */
    public BruteForceAcross(TenantState own, TenantState partner) {
        this.own = own;
        this.partner = partner;
    }

    private static TenantKey key(TenantState state) {
        return state.tenant().key();
    }

    private @Nullable TrustedParty ours() {
        return own.trust().parties().get(key(partner));
    }

    private @Nullable TrustedParty theirs() {
        return partner.trust().parties().get(key(own));
    }

    /** Whether both have a half of the same relation. */
    public boolean isRelated() {
        TrustedParty ours = ours();
        TrustedParty theirs = theirs();
        return ours != null && theirs != null && ours.relationId().equals(theirs.relationId());
    }

    private TrustPermissions granted() {
        TrustedParty theirs = theirs();
        if (theirs == null || !isRelated()) {
            throw new IllegalStateException("nothing is granted without a relation");
        }
        TrustPermissions defaults = partner.trust().settings().defaults();
        return new TrustPermissions(
                theirs.customAccess() != null ? theirs.customAccess() : defaults.access(),
                theirs.customFields() != null ? theirs.customFields() : defaults.fields());
    }

    /** Returns the fields the partner releases. */
    public FieldGrants fields() {
        return isRelated() ? granted().fields() : FieldGrants.NAME_ONLY;
    }

    /** Whether the partner releases a field. */
    public boolean shows(String field) {
        return isRelated() && granted().fields().visible().contains(field);
    }

    /** Whether one may search by a field of the partner's. */
    public boolean searches(String field) {
        return shows(field) && granted().fields().searchable().contains(field);
    }

    /** Returns whether each check holds, in order. */
    public Map<String, Boolean> checks(UserId viewer, UserId target) {
        boolean related = isRelated();
        Optional<Member> subject = member(own, viewer);
        Optional<Member> object = member(partner, target);
        boolean objectShared = related
                && object.isPresent()
                && isShared(partner, party(theirs()).share(), object.get());
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("relation_active", related);
        checks.put("subject_active", subject.isPresent() && subject.get().isActive());
        checks.put(
                "subject_in_our_scope",
                related && subject.isPresent() && isShared(own, party(ours()).share(), subject.get()));
        checks.put("object_in_their_scope", objectShared);
        checks.put("rule", objectShared && !rules(viewer, target).isEmpty());
        checks.put("find", related && granted().access().find());
        checks.put("browse", related && granted().access().browse());
        return checks;
    }

    private static TrustedParty party(@Nullable TrustedParty half) {
        if (half == null) {
            throw new IllegalStateException("there is no relation");
        }
        return half;
    }

    /** Whether a viewer finds a target by search. */
    public boolean finds(UserId viewer, UserId target) {
        Map<String, Boolean> checks = checks(viewer, target);
        checks.remove("browse");
        return !checks.containsValue(false);
    }

    /** Whether a viewer sees a target in the structure. */
    public boolean browses(UserId viewer, UserId target) {
        Map<String, Boolean> checks = checks(viewer, target);
        checks.remove("find");
        return !checks.containsValue(false);
    }

    /** Returns the rules that name a viewer as subject and a target as object. */
    public List<RuleId> rules(UserId viewer, UserId target) {
        List<RuleId> found = new ArrayList<>();
        for (CollaborationRule rule : own.trust().rulesTowards(key(partner))) {
            boolean subject = rule.subjects().members().contains(viewer)
                    || liesInAny(own, viewer, rule.subjects().departments())
                    || rule.subjects().groups().stream().anyMatch(group -> isInGroup(viewer, group));
            boolean object = rule.objects().members().contains(target)
                    || liesInAny(partner, target, rule.objects().departments());
            if (subject && object) {
                found.add(rule.id());
            }
        }
        return found;
    }

    private boolean isInGroup(UserId viewer, GroupId id) {
        for (Group group : own.groups()) {
            if (group.id().equals(id)) {
                return group.condition() != null
                        ? group.condition().holdsFor(member(own, viewer).orElseThrow())
                        : group.members().contains(viewer) || liesInAny(own, viewer, group.departments());
            }
        }
        return false;
    }

    private static boolean isShared(TenantState state, SharingScope scope, Member member) {
        return member.isActive()
                && (scope.all()
                        || scope.members().contains(member.id())
                        || liesInAny(state, member.id(), scope.departments()));
    }

    private boolean isSharedDepartment(DepartmentId department) {
        SharingScope scope = party(theirs()).share();
        return scope.all() || scope.departments().stream().anyMatch(shared -> liesIn(partner, department, shared));
    }

    /** Whether a viewer is shown a department: it is shared, and they see somebody in it or below. */
    private boolean isShownDepartment(UserId viewer, DepartmentId department, Beholding members) {
        return isRelated()
                && partner.departments().stream().anyMatch(each -> each.id().equals(department))
                && isSharedDepartment(department)
                && partner.members().stream()
                        .anyMatch(member -> liesInAny(partner, member.id(), List.of(department))
                                && members.member(viewer, member.id()));
    }

    /** What viewers see of the partner in the structure; remembers what it was asked. */
    public Beholding structure() {
        return new Across(this::browses);
    }

    /** What viewers find of the partner by search; remembers what it was asked. */
    public Beholding findable() {
        return new Across(this::finds);
    }

    private final class Across implements Beholding {

        private final BiPredicate<UserId, UserId> sees;
        private final Map<List<Object>, Boolean> known = new HashMap<>();

        Across(BiPredicate<UserId, UserId> sees) {
            this.sees = sees;
        }

        @Override
        public boolean member(UserId viewer, UserId member) {
            List<Object> key = List.of(viewer, member);
            Boolean answer = known.get(key);
            if (answer == null) {
                answer = sees.test(viewer, member);
                known.put(key, answer);
            }
            return answer;
        }

        @Override
        public boolean department(UserId viewer, DepartmentId department) {
            List<Object> key = List.of(viewer, department);
            Boolean answer = known.get(key);
            if (answer == null) {
                answer = isShownDepartment(viewer, department, this);
                known.put(key, answer);
            }
            return answer;
        }
    }

    private static boolean liesInAny(TenantState state, UserId id, List<DepartmentId> departments) {
        return member(state, id).stream()
                .flatMap(member -> member.departments().stream())
                .map(Membership::department)
                .anyMatch(own -> departments.stream().anyMatch(wanted -> liesIn(state, own, wanted)));
    }

    private static boolean liesIn(TenantState state, DepartmentId department, DepartmentId wanted) {
        for (DepartmentId at = department; at != null; at = parent(state, at)) {
            if (at.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable DepartmentId parent(TenantState state, DepartmentId id) {
        for (Department department : state.departments()) {
            if (department.id().equals(id)) {
                return department.parent();
            }
        }
        return null;
    }

    private static Optional<Member> member(TenantState state, UserId id) {
        return state.members().stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
