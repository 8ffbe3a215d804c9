package org.sightline.testkit.world;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Condition;
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
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * Small organisations that are as awkward as possible: deep trees, members in several departments, overlapping groups,
 * rules that contradict each other and rules that name what is gone. The same seed gives the same world.
 */
public final class RandomWorlds {

    private static final String[] CITIES = {"Osaka", "Kyoto", "Nara", "Köln"};
    private static final String[] UNIT_TYPES = {"subsidiary", "region"};
    private static final List<String> MAIN_RULES =
            List.of("everyone", "own_unit", "own_department", "nobody", "own_city", "odd_pairs", "shared_letters");

    private final Random random;
    private final int memberCount;
    private final String prefix;
    private final List<Department> departments = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    private RandomWorlds(long seed, int memberCount, String prefix) {
        this.random = new Random(seed);
        this.memberCount = memberCount;
        this.prefix = prefix;
    }

    /**
     * Makes a world.
     *
     * @param seed        same seed, same world
     * @param memberCount how many members, inactive ones included
     */
    public static TenantState world(long seed, int memberCount) {
        return world(seed, memberCount, "");
    }

    /**
     * Makes a world whose ids tell it from others.
     *
     * @param seed        same seed, same world but for the ids
     * @param memberCount how many members, inactive ones included
     * @param prefix      of all ids but the root's
     */
    public static TenantState world(long seed, int memberCount, String prefix) {
        return new RandomWorlds(seed, memberCount, prefix).make();
    }

    /** Makes another policy for a world, as awkward as the first. */
    public static VisibilityPolicy otherPolicy(TenantState world, long seed) {
        RandomWorlds maker = new RandomWorlds(seed, world.members().size(), "");
        maker.departments.addAll(world.departments());
        maker.members.addAll(world.members());
        maker.groups.addAll(world.groups());
        maker.units.addAll(world.units());
        return maker.policy();
    }

    private TenantState make() {
        makeDepartments();
        makeMembers();
        makeGroups();
        makeUnits();
        Tenant tenant = new Tenant(
                new TenantKey("world"), "World", Plan.ENTERPRISE, ZoneOffset.UTC, null, Locale.ENGLISH, true);
        return new TenantState(
                tenant,
                7,
                List.copyOf(departments),
                List.copyOf(members),
                List.copyOf(groups),
                List.copyOf(units),
                List.of(),
                List.of(),
                policy(),
                7);
    }

    private void makeDepartments() {
        departments.add(new Department(DepartmentId.ROOT, "World", null, 0, List.of()));
        int count = random.nextInt(30);
        boolean deep = random.nextBoolean();
        for (int number = 1; number <= count; number++) {
            int choice = deep ? Math.max(0, number - 1 - random.nextInt(3)) : random.nextInt(number);
            DepartmentId parent = departments.get(choice).id();
            departments.add(
                    new Department(new DepartmentId(prefix + "d" + number), "D" + number, parent, 0, List.of()));
        }
    }

    private void makeMembers() {
        for (int number = 0; number < memberCount; number++) {
            int luck = random.nextInt(20);
            MemberStatus status =
                    luck == 0 ? MemberStatus.SUSPENDED : luck == 1 ? MemberStatus.DELETED : MemberStatus.ACTIVE;
            List<Membership> places = status == MemberStatus.DELETED ? List.of() : places();
            String city = random.nextInt(6) == 0 ? null : pick(CITIES);
            Profile profile = new Profile(null, null, null, null, random.nextBoolean() ? "Intern" : null, city, null);
            members.add(new Member(
                    new UserId(prefix + "m" + number), "Member " + number, profile, places, Map.of(), status));
        }
    }

    private List<Membership> places() {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
        return some(count, () -> pick(departments).id()).stream()
                .map(department -> new Membership(department, 0))
                .toList();
    }

    private void makeGroups() {
        int count = random.nextInt(10);
        for (int number = 0; number < count; number++) {
            GroupId id = new GroupId(prefix + "g" + number);
            groups.add(
                    random.nextInt(4) == 0
                            ? new Group(id, "G", List.of(), List.of(), condition())
                            : new Group(
                                    id,
                                    "G",
                                    some(random.nextInt(1 + memberCount / 3), this::memberId),
                                    some(random.nextInt(3), this::departmentId),
                                    null));
        }
    }

    private Condition condition() {
        String city = "city = \"" + pick(CITIES) + "\"";
        return Condition.parse(random.nextBoolean() ? city : city + " or job_title starts with \"Int\"");
    }

    private void makeUnits() {
        List<DepartmentId> tops = departments.stream()
                .filter(department -> DepartmentId.ROOT.equals(department.parent()))
                .map(Department::id)
                .toList();
        for (int at = 0; at < tops.size(); at++) {
            if (random.nextInt(3) > 0) {
                List<DepartmentId> parts = new ArrayList<>(List.of(tops.get(at)));
                if (at + 1 < tops.size() && random.nextBoolean()) {
                    at++;
                    parts.add(tops.get(at));
                }
                units.add(new Unit(new UnitId(prefix + "u" + units.size()), "U", pick(UNIT_TYPES), parts));
            }
        }
    }

    private VisibilityPolicy policy() {
        int total = random.nextInt(5) == 0 ? random.nextInt(4) : random.nextInt(61);
        int first = random.nextInt(total + 1);
        boolean generic = random.nextBoolean();
        List<RuleSet> sets = new ArrayList<>();
        sets.add(new RuleSet(rules(0, first, generic)));
        if (random.nextInt(8) > 0) {
            sets.add(new RuleSet(rules(first, total, generic)));
        }
        return new VisibilityPolicy(mainRule(), sets, DisplayOrder.DEPARTMENTS_FIRST);
    }

    private MainRuleChoice mainRule() {
        String type = pick(MAIN_RULES);
        if (type.equals("own_unit") && random.nextBoolean()) {
            return new MainRuleChoice(type, List.of(pick(UNIT_TYPES)), Map.of());
        }
        return MainRuleChoice.of(type);
    }

    private List<Rule> rules(int from, int to, boolean generic) {
        List<Rule> rules = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Effect effect = random.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN;
            rules.add(new Rule(new RuleId("r" + number), null, subjects(generic), objects(generic), effect));
        }
        return rules;
    }

    private Subjects subjects(boolean generic) {
        while (true) {
            Subjects subjects = new Subjects(
                    some(generic ? random.nextInt(2) : random.nextInt(4), this::memberId),
                    some(random.nextInt(3), this::groupId),
                    some(random.nextInt(3), this::departmentId));
            if (!subjects.isEmpty()) {
                return subjects;
            }
        }
    }

    private Targets objects(boolean generic) {
        while (true) {
            Targets objects = new Targets(
                    some(generic ? random.nextInt(2) : random.nextInt(4), this::memberId),
                    some(random.nextInt(4), this::departmentId));
            if (!objects.isEmpty()) {
                return objects;
            }
        }
    }

    private UserId memberId() {
        return random.nextInt(30) == 0 ? new UserId("gone") : pick(members).id();
    }

    private GroupId groupId() {
        return groups.isEmpty() || random.nextInt(30) == 0
                ? new GroupId("gone")
                : pick(groups).id();
    }

    private DepartmentId departmentId() {
        return random.nextInt(30) == 0
                ? new DepartmentId("gone")
                : pick(departments).id();
    }

    private static <T> List<T> some(int count, Supplier<? extends T> source) {
        Set<T> chosen = new LinkedHashSet<>();
        for (int round = 0; round < count; round++) {
            chosen.add(source.get());
        }
        return List.copyOf(chosen);
    }

    private <T extends @Nullable Object> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
