package org.sightline.apps.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sightline.access.SecretBox;
import org.sightline.apps.model.AppState;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
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
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.testkit.world.WorldSnapshot;

/**
 * A small organisation in memory: departments 1 (with 11 below it) and 2; Dev and Amy in 1, Bob in 11, Cyd in 2; the
 * group "team" of Amy; Boss is primary administrator, Rev manages apps.
 */
public final class OneTenant extends Clock implements Changes, Snapshots, SecretBox {

    public static final TenantKey KEY = new TenantKey("acme");
    public static final UserId DEV = new UserId("dev");
    public static final Actor DEVELOPER = new Actor(ActorKind.USER, "dev");
    public static final Actor ADMINISTRATOR = new Actor(ActorKind.USER, "rev");

    public final InMemoryTenantStore store = new InMemoryTenantStore();
    public final List<Notice> cards = new ArrayList<>();
    public final List<Proposal.AuditNote> audit = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    public OneTenant() {
        create(KEY);
    }

    /** Makes a tenant with everybody in it. */
    public void create(TenantKey key) {
        Tenant tenant = new Tenant(key, "Acme", Plan.PRO, ZoneId.of("UTC"), null, Locale.ENGLISH, true);
        List<StateChange> changes = new ArrayList<>(List.of(
                new StateChange.PutTenant(tenant),
                department("0", null),
                department("1", "0"),
                department("11", "1"),
                department("2", "0"),
                member("boss", "0"),
                member("rev", "0"),
                member("dev", "1"),
                member("amy", "1"),
                member("bob", "11"),
                member("cyd", "2"),
                new StateChange.PutGroup(
                        new Group(new GroupId("team"), "Team", List.of(new UserId("amy")), List.of(), null)),
                new StateChange.PutAdministrator(new Administrator(new UserId("boss"), true, Set.of())),
                new StateChange.PutAdministrator(new Administrator(
                        new UserId("rev"), false, Set.of(AdminPermission.ALL_APPLICATIONS_MANAGEMENT)))));
        store.commit(List.of(new TenantCommit(key, 0, changes, List.of())));
    }

    private static StateChange department(String id, String parent) {
        return new StateChange.PutDepartment(new Department(
                new DepartmentId(id),
                "Department " + id,
                parent == null ? null : new DepartmentId(parent),
                0,
                List.of()));
    }

    private static StateChange member(String id, String department) {
        return new StateChange.PutMember(new Member(
                new UserId(id),
                id,
                Profile.EMPTY,
                List.of(new Membership(new DepartmentId(department), 0)),
                Map.of(),
                MemberStatus.ACTIVE));
    }

    /** Changes the stored state without asking anybody. */
    public void force(StateChange... changes) {
        store.commit(List.of(new TenantCommit(KEY, current(KEY).revision(), Arrays.asList(changes), List.of())));
    }

    public AppState apps() {
        return current(KEY).apps();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        return store.load(tenant).map(WorldSnapshot::tenant).orElseThrow(() -> Problem.notFound(
                        "there is no tenant `" + tenant + "`")
                .exception());
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        return current(tenant);
    }

    @Override
    public <T> Committed<T> apply(TenantKey tenant, Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        TenantSnapshot before = current(tenant);
        Proposal<T> proposal = decide.apply(before);
        if (proposal.changes().isEmpty()) {
            return new Committed<>(proposal.result(), before.revision());
        }
        List<AuditEntry> entries = proposal.audit().stream()
                .map(note -> new AuditEntry(
                        now,
                        actor,
                        note.action(),
                        note.objectKind(),
                        note.objectId(),
                        note.before(),
                        note.after(),
                        before.revision() + 1))
                .toList();
        store.commit(
                List.of(new TenantCommit(tenant, before.revision(), proposal.changes(), entries, proposal.notices())));
        cards.addAll(proposal.notices());
        audit.addAll(proposal.audit());
        return new Committed<>(proposal.result(), before.revision() + 1);
    }

    @Override
    public <T> Committed<T> applyJointly(
            TenantKey tenant,
            TenantKey partner,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide) {
        throw new UnsupportedOperationException("apps act in one tenant");
    }

    @Override
    public void note(TenantKey tenant, Actor actor, Proposal.AuditNote note) {
        audit.add(note);
    }

    @Override
    public String seal(String secret) {
        return "sealed(" + secret + ")";
    }

    @Override
    public String open(String sealed) {
        return sealed.substring("sealed(".length(), sealed.length() - 1);
    }

    @Override
    public String digest(String secret) {
        return "digest(" + secret + ")";
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server's clock is in UTC");
    }
}
