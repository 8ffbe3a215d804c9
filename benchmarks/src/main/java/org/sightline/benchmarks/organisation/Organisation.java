package org.sightline.benchmarks.organisation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A made-up organisation of any size: a department for every twenty members in a tree seven to eight deep, the main rule
 * {@code own_department}, 500 rules over both sets, and groups as its {@link Shape} says.
 */
public final class Organisation {

    /** The tenant's key. */
    public static final TenantKey KEY = new TenantKey("big");

    /** How many rules there are over both sets. */
    public static final int RULES = 500;

    private static final int MEMBERS_IN_A_DEPARTMENT = 20;
    private static final int FEWEST_DEPARTMENTS = 10;
    private static final int TYPICAL_GROUPS = 200;
    private static final int WORST_GROUPS = 300;
    private static final int LARGEST_GROUP = 10_000;

    private final Shape shape;
    private final long seed;
    private final Tree tree;
    private final TenantState state;
    private final int groupCount;

    private Organisation(int members, Shape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
        Random random = new Random(seed);
        tree = new Tree(Math.max(FEWEST_DEPARTMENTS, members / MEMBERS_IN_A_DEPARTMENT));
        groupCount = shape == Shape.WORST ? WORST_GROUPS : TYPICAL_GROUPS;
        List<Member> people = People.make(members, tree, random);
        state = new TenantState(
                new Tenant(KEY, "Big", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true),
                1,
                tree.departments("Big", leaders(people), random),
                people,
                IntStream.range(0, groupCount)
                        .mapToObj(
                                number -> shape == Shape.WORST ? overlapping(number) : typical(number, members, random))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                policy(firstRules(members)),
                1);
    }

    /** Makes one; the same arguments make the same one. */
    public static Organisation of(int members, Shape shape, long seed) {
        return new Organisation(members, shape, seed);
    }

    /** The first member directly in a department leads it. */
    private List<List<UserId>> leaders(List<Member> people) {
        List<List<UserId>> leaders = new ArrayList<>();
        for (int department = 0; department < tree.count(); department++) {
            leaders.add(List.of());
        }
        for (Member member : people) {
            DepartmentId department = member.departments().get(0).department();
            int number = department.isRoot()
                    ? 0
                    : Integer.parseInt(department.value().substring(1));
            if (leaders.get(number).isEmpty() && member.isActive()) {
                leaders.set(number, List.of(member.id()));
            }
        }
        return leaders;
    }

    /** Of ten groups eight name members, one names departments, one is dynamic. */
    private Group typical(int number, int members, Random random) {
        GroupId id = new GroupId("g" + number);
        String name = "Group " + number;
        if (number % 10 == 8) {
            List<DepartmentId> departments = random.ints(3, 1, tree.count())
                    .distinct()
                    .mapToObj(Tree::id)
                    .toList();
            return new Group(id, name, List.of(), departments, null);
        }
        if (number % 10 == 9) {
            String city = People.CITIES.get(number / 10 % People.CITIES.size());
            return new Group(
                    id,
                    name,
                    List.of(),
                    List.of(),
                    Condition.parse("city = \"" + city + "\" and job_title = \"Intern\""));
        }
        int size = Math.min(LARGEST_GROUP, 1 + random.nextInt(Math.max(1, members / 100)));
        List<UserId> named = random.ints(size, 0, members)
                .distinct()
                .sorted()
                .mapToObj(People::id)
                .toList();
        return new Group(id, name, named, List.of(), null);
    }

    /** Members whose employee number has a certain digit or a certain pair of digits: about half of them. */
    private static Group overlapping(int number) {
        String pair = String.format(Locale.ROOT, "%02d", number / 3 % 100);
        String condition = "employee_no contains \"" + number % 10 + "\" or employee_no contains \"" + pair + "\"";
        return new Group(new GroupId("g" + number), "Half " + number, List.of(), List.of(), Condition.parse(condition));
    }

    private List<Rule> firstRules(int members) {
        RuleMaker maker = ruleMaker(members, 0);
        return IntStream.range(0, RULES)
                .mapToObj(number -> maker.next("r" + number))
                .toList();
    }

    private RuleMaker ruleMaker(int members, long salt) {
        return new RuleMaker(shape, members, groupCount, tree, new Random(seed * 31 + salt));
    }

    /** Returns a maker of further rules of the same kind. */
    public RuleMaker moreRules(long salt) {
        return ruleMaker(members(), salt);
    }

    /** Returns a policy with the first half of the rules in set 1, the others in set 2. */
    public static VisibilityPolicy policy(List<Rule> rules) {
        int half = rules.size() / 2;
        return new VisibilityPolicy(
                MainRuleChoice.of("own_department"),
                List.of(new RuleSet(rules.subList(0, half)), new RuleSet(rules.subList(half, rules.size()))),
                DisplayOrder.DEPARTMENTS_FIRST);
    }

    /** Returns everything that would be stored. */
    public TenantState state() {
        return state;
    }

    /** Returns how many members there are, suspended ones included. */
    public int members() {
        return state.members().size();
    }

    /** Returns which sort it is. */
    public Shape shape() {
        return shape;
    }
}
