package org.sightline.visibility.internal.engine;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
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
 * An organisation of any size made of arrays: a department for every twenty members in a tree seven to eight deep, one
 * member of twenty in two departments, groups of up to one member in a hundred. The same seed gives the same one.
 */
final class BigOrganisation implements DirectorySnapshot {

    private static final int[] NOBODY = {};

    private final Random random;
    private final int[][] departmentsOf;
    private final int[] parent;
    private final int[] end;
    private final Map<GroupId, int[]> groups = new HashMap<>();

    BigOrganisation(int members, int groupCount, double largestGroup, long seed) {
        random = new Random(seed);
        int departments = Math.max(10, members / 20);
        parent = new int[departments];
        end = new int[departments];
        int branches = (int) Math.ceil(Math.pow(departments, 1.0 / 7));
        number(0, NONE, branches, departments);
        departmentsOf = new int[members][];
        for (int member = 0; member < members; member++) {
            int first = random.nextInt(departments);
            int second = random.nextInt(departments);
            departmentsOf[member] = member % 20 == 0 && first != second ? new int[] {first, second} : new int[] {first};
        }
        for (int group = 0; group < groupCount; group++) {
            groups.put(new GroupId("g" + group), someMembers(members, random.nextDouble() * largestGroup));
        }
    }

    /** Numbers a tree of so many departments in preorder. */
    private void number(int department, int above, int branches, int count) {
        parent[department] = above;
        end[department] = department + count;
        int left = count - 1;
        int next = department + 1;
        for (int branch = 0; branch < branches && left > 0; branch++) {
            int share = branch == branches - 1 ? left : Math.max(1, left / (branches - branch));
            number(next, department, branches, share);
            next += share;
            left -= share;
        }
    }

    private int[] someMembers(int members, double portion) {
        return random.ints(Math.max(1, (int) (members * portion)), 0, members)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Rules over both sets that name members, groups and departments. */
    VisibilityPolicy policy(int rules, long seed) {
        Random choice = new Random(seed);
        List<Rule> made = new ArrayList<>();
        for (int number = 0; number < rules; number++) {
            made.add(rule("r" + number, choice));
        }
        return policy("own_department", made);
    }

    /** Every rule touches everybody: groups as subjects, the largest departments as objects. */
    VisibilityPolicy worstPolicy(int rules, long seed) {
        Random choice = new Random(seed);
        List<Rule> made = new ArrayList<>();
        for (int number = 0; number < rules; number++) {
            GroupId group = new GroupId("g" + choice.nextInt(groups.size()));
            DepartmentId object = id(choice.nextInt(4) == 0 ? 0 : firstBelow(choice.nextInt(40)));
            Effect effect = choice.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN;
            made.add(new Rule(
                    new RuleId("r" + number),
                    null,
                    new Subjects(List.of(), List.of(group), List.of()),
                    new Targets(List.of(), List.of(object)),
                    effect));
        }
        return policy("own_department", made);
    }

    private int firstBelow(int steps) {
        int department = 1;
        for (int step = 0; step < steps && end[department] < parent.length; step++) {
            department = step % 5 == 4 ? department + 1 : end[department];
        }
        return Math.min(department, parent.length - 1);
    }

    static VisibilityPolicy policy(String mainRule, List<Rule> rules) {
        int half = rules.size() / 2;
        return new VisibilityPolicy(
                MainRuleChoice.of(mainRule),
                List.of(new RuleSet(rules.subList(0, half)), new RuleSet(rules.subList(half, rules.size()))),
                DisplayOrder.DEPARTMENTS_FIRST);
    }

    Rule rule(String id, Random choice) {
        Effect effect = choice.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN;
        int subject = choice.nextInt(10);
        Subjects subjects = new Subjects(
                subject < 3 ? List.of(new UserId("m" + choice.nextInt(memberCount()))) : List.of(),
                subject >= 3 && subject < 7 ? List.of(new GroupId("g" + choice.nextInt(groups.size()))) : List.of(),
                subject >= 7 ? List.of(id(choice.nextInt(parent.length))) : List.of());
        boolean member = choice.nextInt(10) < 3;
        Targets objects = new Targets(
                member ? List.of(new UserId("m" + choice.nextInt(memberCount()))) : List.of(),
                member ? List.of() : List.of(id(choice.nextInt(parent.length))));
        return new Rule(new RuleId(id), null, subjects, objects, effect);
    }

    private static DepartmentId id(int department) {
        return department == 0 ? DepartmentId.ROOT : new DepartmentId("d" + department);
    }

    @Override
    public boolean sameContentAs(DirectorySnapshot other) {
        return this == other;
    }

    @Override
    public long revision() {
        return 1;
    }

    @Override
    public Tenant tenant() {
        return new Tenant(new TenantKey("big"), "Big", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
    }

    @Override
    public int memberCount() {
        return departmentsOf.length;
    }

    @Override
    public Member member(int number) {
        List<Membership> places = Arrays.stream(departmentsOf[number])
                .mapToObj(department -> new Membership(id(department), 0))
                .toList();
        return new Member(new UserId("m" + number), "M", Profile.EMPTY, places, Map.of(), MemberStatus.ACTIVE);
    }

    @Override
    public int memberNumber(UserId id) {
        return Integer.parseInt(id.value().substring(1));
    }

    @Override
    public int memberNumberByEmail(String email) {
        return NONE;
    }

    @Override
    public boolean isActive(int member) {
        return true;
    }

    @Override
    public int[] departmentsOf(int member) {
        return departmentsOf[member];
    }

    @Override
    public int departmentCount() {
        return parent.length;
    }

    @Override
    public Department department(int number) {
        return new Department(id(number), "D", number == 0 ? null : id(parent[number]), 0, List.of());
    }

    @Override
    public int departmentNumber(DepartmentId id) {
        return id.isRoot() ? 0 : Integer.parseInt(id.value().substring(1));
    }

    @Override
    public int subtreeEnd(int department) {
        return end[department];
    }

    @Override
    public int parentOf(int department) {
        return parent[department];
    }

    @Override
    public int[] membersDirectlyIn(int department) {
        throw new UnsupportedOperationException("the engine does not ask for this");
    }

    @Override
    public Collection<Group> groups() {
        return groups.keySet().stream().map(BigOrganisation::named).toList();
    }

    private static Group named(GroupId id) {
        return new Group(id, "G", List.of(), List.of(), null);
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return groups.containsKey(id) ? Optional.of(named(id)) : Optional.empty();
    }

    @Override
    public int[] membersOf(GroupId id) {
        return groups.getOrDefault(id, NOBODY);
    }

    @Override
    public Collection<Unit> units() {
        return List.of();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return Optional.empty();
    }

    @Override
    public List<CustomField> fields() {
        return List.of();
    }

    @Override
    public Collection<Administrator> administrators() {
        return List.of();
    }

    @Override
    public Optional<Administrator> administrator(UserId id) {
        return Optional.empty();
    }
}
