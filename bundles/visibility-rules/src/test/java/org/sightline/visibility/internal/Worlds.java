package org.sightline.visibility.internal;

import java.util.List;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** Three members, one department, one group: the smallest world in which a policy says something. */
public final class Worlds {

    public static final TenantKey KEY = new TenantKey("small");

    private Worlds() {}

    /** Ann (0) and Bob (1) in sales, Cem (2) deleted. */
    public static TenantState small(VisibilityPolicy policy, Plan plan, long revision, Unit... units) {
        Department root = new Department(DepartmentId.ROOT, "Small", null, 0, List.of());
        Department sales = new Department(new DepartmentId("sales"), "Sales", DepartmentId.ROOT, 0, List.of());
        return new TenantState(
                new Tenant(KEY, "Small", plan, java.time.ZoneOffset.UTC, null, java.util.Locale.ENGLISH, true),
                revision,
                List.of(root, sales),
                List.of(
                        member("ann", MemberStatus.ACTIVE),
                        member("bob", MemberStatus.ACTIVE),
                        member("cem", MemberStatus.DELETED)),
                List.of(new Group(new GroupId("all"), "All", List.of(), List.of(DepartmentId.ROOT), null)),
                List.of(units),
                List.of(),
                List.of(),
                policy,
                revision);
    }

    public static TenantSnapshot snapshot(VisibilityPolicy policy, long revision) {
        return WorldSnapshot.tenant(small(policy, Plan.PRO, revision));
    }

    private static Member member(String id, MemberStatus status) {
        List<Membership> places =
                status == MemberStatus.DELETED ? List.of() : List.of(new Membership(new DepartmentId("sales"), 0));
        return new Member(new UserId(id), id, Profile.EMPTY, places, java.util.Map.of(), status);
    }

    public static VisibilityPolicy policy(String mainRule, Rule... rules) {
        return new VisibilityPolicy(
                MainRuleChoice.of(mainRule), List.of(new RuleSet(List.of(rules))), DisplayOrder.DEPARTMENTS_FIRST);
    }

    /** A rule of one member about another. */
    public static Rule rule(String id, String viewer, String target) {
        return new Rule(
                new RuleId(id),
                null,
                new Subjects(List.of(new UserId(viewer)), List.of(), List.of()),
                new Targets(List.of(new UserId(target)), List.of()),
                Effect.HIDDEN);
    }
}
