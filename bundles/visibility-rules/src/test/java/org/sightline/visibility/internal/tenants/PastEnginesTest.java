package org.sightline.visibility.internal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.Nobody;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.OwnUnit;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.VisibilityPolicy;

/** Random histories: whichever revision is asked about next, the answers are those of the state at that revision. */
class PastEnginesTest {

    private static final int HISTORIES = 30;
    private static final int REVISIONS = 8;

    private final RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(5));

    PastEnginesTest() {
        List.of(new Everyone(), new Nobody(), new OwnDepartment(), new OwnUnit())
                .forEach(rule -> mainRules.add(rule, Map.of(), "test"));
    }

    @Test
    void everyRevisionAnswersAsItDid() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            CompiledVisibility visibility = new CompiledVisibility(mainRules, 1_000_000L);
            List<TenantState> history = history(seed, random);
            List<TenantSnapshot> snapshots =
                    history.stream().map(WorldSnapshot::tenant).toList();
            for (int question = 0; question < 3 * REVISIONS; question++) {
                int at = random.nextInt(REVISIONS);
                compare("seed " + seed + ", revision " + (at + 1), visibility, history.get(at), snapshots.get(at));
            }
        }
    }

    private static void compare(
            String what, CompiledVisibility visibility, TenantState state, TenantSnapshot snapshot) {
        VisibilityEngine engine = visibility.engine(snapshot);
        // A main rule that nobody offers shows nothing.
        BruteForce judge = new BruteForce(state, null);
        List<UserId> ids = state.members().stream().map(Member::id).toList();
        for (int viewer = 0; viewer < ids.size(); viewer++) {
            for (int target = 0; target < ids.size(); target++) {
                assertThat(engine.sees(viewer, target))
                        .as("%s: %s sees %s", what, ids.get(viewer), ids.get(target))
                        .isEqualTo(judge.sees(ids.get(viewer), ids.get(target)).visible());
            }
        }
    }

    private static List<TenantState> history(long seed, Random random) {
        TenantState first = RandomWorlds.world(seed, 12);
        List<TenantState> history = new ArrayList<>();
        TenantState now = with(first, 1, first.members(), first.policy());
        history.add(now);
        for (int revision = 2; revision <= REVISIONS; revision++) {
            now = random.nextBoolean()
                    ? with(now, revision, now.members(), RandomWorlds.otherPolicy(first, seed * 100 + revision))
                    : with(now, revision, changed(now, random), now.policy());
            history.add(now);
        }
        return history;
    }

    private static List<Member> changed(TenantState state, Random random) {
        List<Member> members = new ArrayList<>(state.members());
        int at = random.nextInt(members.size());
        DepartmentId to = state.departments()
                .get(random.nextInt(state.departments().size()))
                .id();
        MemberStatus status = random.nextInt(3) == 0 ? MemberStatus.SUSPENDED : MemberStatus.ACTIVE;
        members.set(at, members.get(at).withStatus(status).withDepartments(List.of(new Membership(to, 0))));
        return members;
    }

    private static TenantState with(TenantState state, long revision, List<Member> members, VisibilityPolicy policy) {
        return new TenantState(
                state.tenant(),
                revision,
                state.departments(),
                members,
                state.groups(),
                state.units(),
                state.fields(),
                state.administrators(),
                policy,
                revision);
    }
}
