package org.sightline.visibility.internal.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.trust.RandomTrust;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.DirectorySight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;

/**
 * Compares what is compiled with the slow and simple evaluator, pair by pair, over random worlds of three tenants.
 * Arguments: how many worlds, members of each tenant, the first seed.
 */
final class AcrossComparison {

    private static final UserId NOBODY = new UserId("nobody-at-all");

    private final TrustSights sights = new TrustSights();
    private final List<String> differences = new ArrayList<>();
    private long pairs;
    private long found;
    private long browsed;
    private long departments;

    public static void main(String[] arguments) {
        int worlds = Integer.parseInt(arguments.length > 0 ? arguments[0] : "200");
        int members = Integer.parseInt(arguments.length > 1 ? arguments[1] : "24");
        long seed = Long.parseLong(arguments.length > 2 ? arguments[2] : "1");
        AcrossComparison comparison = new AcrossComparison();
        comparison.compareWorlds(seed, worlds, members);
        System.out.println(comparison.summary());
        comparison.differences.forEach(System.out::println);
        if (!comparison.differences.isEmpty()) {
            System.exit(1);
        }
    }

    /** Compares worlds until something differs. */
    void compareWorlds(long seed, int worlds, int members) {
        for (long each = seed; each < seed + worlds && differences.isEmpty(); each++) {
            List<TenantState> world = RandomTrust.world(each, members);
            compareWorld(world, "seed " + each);
            // The same people under other relations, so that what is taken over from before is compared, too.
            compareWorld(RandomTrust.otherwise(world, -each), "seed " + each + " otherwise");
        }
    }

    private void compareWorld(List<TenantState> world, String what) {
        List<TenantSnapshot> snapshots =
                world.stream().map(WorldSnapshot::tenant).toList();
        for (int own = 0; own < world.size(); own++) {
            for (int partner = 0; partner < world.size(); partner++) {
                if (own != partner) {
                    compare(
                            new BruteForceAcross(world.get(own), world.get(partner)),
                            snapshots.get(own),
                            snapshots.get(partner),
                            what + ", t" + own + " to t" + partner);
                }
            }
        }
    }

    /** Compares everything that one tenant's members are told about another one's. */
    void compare(BruteForceAcross slow, TenantSnapshot own, TenantSnapshot partner, String what) {
        SightAcross fast = sights.of(own, partner);
        Beholding structure = slow.structure();
        Beholding findable = slow.findable();
        for (int viewer = 0; viewer < own.directory().memberCount(); viewer++) {
            UserId id = own.directory().member(viewer).id();
            String who = what + ", " + id;
            comparePairs(slow, fast, id, viewer, partner.directory(), who);
            compareSight(structure, fast.structure(), id, viewer, partner.directory(), who + " browses");
            compareSight(findable, fast.findable(), id, viewer, partner.directory(), who + " finds");
            same(fast.browsesAnybody(viewer), fast.browsableBy(viewer).length > 0, who + " browses anybody");
        }
    }

    private void comparePairs(
            BruteForceAcross slow,
            SightAcross fast,
            UserId viewerId,
            int viewer,
            DirectorySnapshot partner,
            String who) {
        for (int target = 0; target < partner.memberCount(); target++) {
            UserId id = partner.member(target).id();
            boolean finds = slow.finds(viewerId, id);
            boolean browses = slow.browses(viewerId, id);
            same(finds, fast.finds(viewer, target), who + " finds " + id);
            same(browses, fast.browses(viewer, target), who + " browses " + id);
            compareDecision(slow, fast.explain(viewer, id), viewerId, id, who + " explained " + id);
            pairs++;
            found += finds ? 1 : 0;
            browsed += browses ? 1 : 0;
        }
        compareDecision(slow, fast.explain(viewer, NOBODY), viewerId, NOBODY, who + " explained nobody");
    }

    private void compareDecision(BruteForceAcross slow, TrustDecision told, UserId viewer, UserId target, String what) {
        same(slow.finds(viewer, target), told.find(), what + " find");
        same(slow.browses(viewer, target), told.browse(), what + " browse");
        Map<String, Boolean> checks = new LinkedHashMap<>();
        told.checks().forEach(result -> checks.put(result.check().key(), result.holds()));
        Map<String, Boolean> expected = slow.checks(viewer, target);
        same(List.copyOf(expected.entrySet()), List.copyOf(checks.entrySet()), what + " checks");
        boolean joined = Boolean.TRUE.equals(expected.get("rule"));
        same(joined ? slow.rules(viewer, target) : List.of(), told.rules(), what + " rules");
    }

    private void compareSight(
            Beholding slow, DirectorySight fast, UserId viewerId, int viewer, DirectorySnapshot partner, String who) {
        int[] members = IntStream.range(0, partner.memberCount())
                .filter(member -> slow.member(viewerId, partner.member(member).id()))
                .toArray();
        int[] seen = IntStream.range(0, partner.departmentCount())
                .filter(department -> slow.department(viewerId, id(partner, department)))
                .toArray();
        departments += partner.departmentCount();
        same(Arrays.toString(members), Arrays.toString(fast.visibleTo(viewer)), who + ", list");
        same(Arrays.toString(seen), Arrays.toString(fast.departmentsVisibleTo(viewer)), who + ", departments");
        int[] outside = IntStream.of(members)
                .filter(member -> IntStream.of(partner.departmentsOf(member))
                        .noneMatch(department -> slow.department(viewerId, id(partner, department))))
                .toArray();
        same(Arrays.toString(outside), Arrays.toString(fast.visibleOutside(viewer)), who + ", outside");
        for (int department = 0; department < partner.departmentCount(); department++) {
            int from = department;
            int end = partner.subtreeEnd(department);
            long count = IntStream.of(members)
                    .filter(member ->
                            IntStream.of(partner.departmentsOf(member)).anyMatch(each -> each >= from && each < end))
                    .count();
            same(count, (long) fast.countVisibleIn(viewer, department), who + ", count in " + department);
            same(
                    Arrays.binarySearch(seen, department) >= 0,
                    fast.seesDepartment(viewer, department),
                    who + ", department " + department);
        }
    }

    private static DepartmentId id(DirectorySnapshot directory, int department) {
        return directory.department(department).id();
    }

    private void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            differences.add(what + ": should be " + expected + " but is " + actual);
        }
    }

    List<String> differences() {
        return differences;
    }

    long pairs() {
        return pairs;
    }

    long found() {
        return found;
    }

    long browsed() {
        return browsed;
    }

    String summary() {
        return String.format(
                "%,d pairs (%,d found, %,d browsed), %,d viewers' departments: %,d differences",
                pairs, found, browsed, departments, differences.size());
    }
}
