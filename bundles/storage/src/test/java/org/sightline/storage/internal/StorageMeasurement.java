package org.sightline.storage.internal;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;
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
 * Measures import, load and rule changes of one large tenant; a program, not a test.
 *
 * <p>Arguments: members (1000000), rule changes (300), JDBC URL (Derby in a new directory below {@code target/databases}).
 */
public final class StorageMeasurement {

    private static final PrintStream OUT = System.out;
    static final TenantKey TENANT = new TenantKey("large");
    private static final int DEPARTMENTS = 5000;
    private static final int RULES = 500;

    private final Random random = new Random(1);
    private final int memberCount;

    StorageMeasurement(int memberCount) {
        this.memberCount = memberCount;
    }

    /** Runs all measurements. */
    public static void main(String[] arguments) throws Exception {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int changes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        String url = arguments.length > 2 ? arguments[2] : TestDatabase.derbyUrl(TestDatabase.newDirectory());
        new StorageMeasurement(members).run(url, changes);
    }

    private void run(String url, int changes) {
        Start start = new Start();
        try (Database database = TestDatabase.open(url)) {
            say("open a new database", start);
            TenantStore store = new JdbcTenantStore(database);
            List<StateChange> everything = everything();
            start = new Start();
            store.commit(List.of(new TenantCommit(TENANT, 0, everything, List.of(entry(1)))));
            say("import " + memberCount + " members", start);
            changeRules(store, changes);
            changeMembers(store, changes);
        }
        start = new Start();
        try (Database database = TestDatabase.open(url)) {
            say("open again", start);
            for (int i = 0; i < 3; i++) {
                start = new Start();
                TenantState state = new JdbcTenantStore(database).load(TENANT).orElseThrow();
                say("load " + state.members().size() + " members", start);
            }
        }
    }

    private void changeRules(TenantStore store, int changes) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(rule(i));
        }
        long revision = 1;
        commit(store, revision++, policy(rules));
        long[] flips = new long[changes];
        long[] others = new long[changes];
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(RULES);
            rules.set(at, flipped(rules.get(at)));
            flips[i] = commit(store, revision++, policy(rules));
            at = random.nextInt(RULES);
            rules.set(at, rule(at));
            others[i] = commit(store, revision++, policy(rules));
        }
        say("flip a rule's effect", flips);
        say("give a rule other subjects and objects", others);
    }

    private void changeMembers(TenantStore store, int changes) {
        long revision = store.revision(TENANT).orElseThrow();
        long[] times = new long[changes];
        for (int i = 0; i < changes; i++) {
            times[i] = commit(store, revision++, new StateChange.PutMember(member(random.nextInt(memberCount))));
        }
        say("change a member", times);
    }

    static long commit(TenantStore store, long revision, StateChange change) {
        TenantCommit commit = new TenantCommit(TENANT, revision, List.of(change), List.of(entry(revision + 1)));
        long start = System.nanoTime();
        store.commit(List.of(commit));
        return System.nanoTime() - start;
    }

    static AuditEntry entry(long revision) {
        return new AuditEntry(
                Instant.parse("2026-03-01T12:00:00Z"),
                Actor.SYSTEM,
                "measure",
                "policy",
                "policy",
                null,
                null,
                revision);
    }

    List<StateChange> everything() {
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(
                new Tenant(TENANT, "Large", Plan.ENTERPRISE, ZoneId.of("UTC"), null, Locale.ENGLISH, true)));
        for (int i = 0; i < DEPARTMENTS; i++) {
            DepartmentId parent = i == 0 ? null : department(i / 4);
            changes.add(new StateChange.PutDepartment(
                    new Department(department(i), "Department " + i, parent, 0, List.of())));
        }
        for (int i = 0; i < memberCount; i++) {
            changes.add(new StateChange.PutMember(member(i)));
        }
        return changes;
    }

    private static DepartmentId department(int number) {
        return number == 0 ? DepartmentId.ROOT : new DepartmentId("department-" + number);
    }

    Member anyMember() {
        return member(random.nextInt(memberCount));
    }

    private Member member(int number) {
        List<Membership> places = new ArrayList<>();
        int home = random.nextInt(DEPARTMENTS);
        places.add(new Membership(department(home), random.nextInt(3)));
        if (number % 10 == 0) {
            places.add(new Membership(department((home + 1) % DEPARTMENTS), 0));
        }
        return new Member(
                new UserId("user-" + Long.toHexString(number * 0x9E3779B97F4A7C15L)),
                "Vorname Nachname " + number,
                new Profile(
                        "First Last " + number,
                        "user" + number + "@example.org",
                        "+81 3 " + number,
                        Integer.toString(number),
                        "Engineer " + number % 50,
                        "City " + number % 300,
                        "Japan"),
                places,
                Map.of(new FieldId("floor"), Integer.toString(number % 40)),
                MemberStatus.ACTIVE);
    }

    private Rule rule(int number) {
        List<UserId> subjects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            subjects.add(new UserId("user-" + random.nextInt(memberCount)));
        }
        return new Rule(
                new RuleId("rule-" + number),
                "Rule " + number,
                new Subjects(subjects, List.of(), List.of(department(random.nextInt(DEPARTMENTS)))),
                new Targets(List.of(), List.of(department(random.nextInt(DEPARTMENTS)))),
                Effect.VISIBLE);
    }

    private static Rule flipped(Rule rule) {
        Effect effect = rule.effect() == Effect.VISIBLE ? Effect.HIDDEN : Effect.VISIBLE;
        return new Rule(rule.id(), rule.name(), rule.subjects(), rule.objects(), effect);
    }

    private static StateChange policy(List<Rule> rules) {
        return new StateChange.PutPolicy(new VisibilityPolicy(
                MainRuleChoice.of("own_department"),
                List.of(new RuleSet(rules.subList(0, RULES / 2)), new RuleSet(rules.subList(RULES / 2, RULES))),
                DisplayOrder.DEPARTMENTS_FIRST));
    }

    /** When something began, by the clock on the wall and by what this thread has worked; other programs slow the first. */
    private record Start(long nanos, long worked) {

        Start() {
            this(System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }

    private static void say(String what, Start start) {
        Start end = new Start();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        OUT.printf(
                "%-45s %8d ms, of these %d ms of work, heap in use %d MB%n",
                what,
                (end.nanos() - start.nanos()) / 1_000_000,
                (end.worked() - start.worked()) / 1_000_000,
                used >> 20);
    }

    private static void say(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        OUT.printf(
                "%-45s p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
