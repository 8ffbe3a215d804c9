package org.sightline.access.internal;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.testkit.store.InMemoryTenantStore;

/** As much of a directory as signing in needs, on the store in memory. */
final class StoredDirectory implements Snapshots, Changes {

    static final TenantKey ACME = new TenantKey("acme");
    static final UserId ANNA = new UserId("anna");
    static final UserId BEN = new UserId("ben");

    private final InMemoryTenantStore store;
    private final MovableClock clock;

    StoredDirectory(InMemoryTenantStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds the tenant {@code acme} with two members. */
    StoredDirectory withAcme() {
        commit(
                0,
                List.of(
                        new StateChange.PutTenant(
                                new Tenant(ACME, "Acme", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, false)),
                        new StateChange.PutMember(member(ANNA, "Anna@Acme.example", MemberStatus.ACTIVE)),
                        new StateChange.PutMember(member(BEN, "ben@acme.example", MemberStatus.ACTIVE))),
                List.of());
        return this;
    }

    void put(StateChange... changes) {
        commit(state(ACME).revision(), List.of(changes), List.of());
    }

    void putStatus(UserId user, MemberStatus status) {
        put(new StateChange.PutMember(member(user, user + "@acme.example", status)));
    }

    @Override
    public void note(TenantKey tenant, Actor actor, Proposal.AuditNote note) {
        long revision = state(tenant).revision();
        store.note(
                tenant,
                new AuditEntry(
                        clock.instant(),
                        actor,
                        note.action(),
                        note.objectKind(),
                        note.objectId(),
                        note.before(),
                        note.after(),
                        revision));
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        TenantState state = state(tenant);
        return new TenantSnapshot(
                snapshot(state), state.policy(), state.policyRevision(), state.trust(), state.operatorAccess());
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        return current(tenant);
    }

    @Override
    public synchronized <T> Committed<T> apply(
            TenantKey tenant, Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        Proposal<T> proposal = decide.apply(current(tenant));
        long revision = state(tenant).revision();
        List<AuditEntry> audit = proposal.audit().stream()
                .map(note -> new AuditEntry(
                        clock.instant(),
                        actor,
                        note.action(),
                        note.objectKind(),
                        note.objectId(),
                        note.before(),
                        note.after(),
                        revision + 1))
                .toList();
        commit(revision, proposal.changes(), audit);
        return new Committed<>(proposal.result(), revision + 1);
    }

    @Override
    public <T> Committed<T> applyJointly(
            TenantKey tenant,
            TenantKey partner,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide) {
        throw new UnsupportedOperationException("one tenant only");
    }

    private void commit(long revision, List<StateChange> changes, List<AuditEntry> audit) {
        store.commit(List.of(new TenantCommit(ACME, revision, changes, audit)));
    }

    private TenantState state(TenantKey tenant) {
        return store.load(tenant).orElseThrow(() -> Problem.notFound("there is no tenant `" + tenant + "`")
                .exception());
    }

    private static Member member(UserId id, String email, MemberStatus status) {
        return new Member(
                id,
                "Somebody",
                new Profile(null, email, null, null, null, null, null),
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                status);
    }

    private static DirectorySnapshot snapshot(TenantState state) {
        return (DirectorySnapshot) Proxy.newProxyInstance(
                DirectorySnapshot.class.getClassLoader(),
                new Class<?>[] {DirectorySnapshot.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "revision" -> state.revision();
                    case "memberNumber" -> number(state, member -> member.id().equals(arguments[0]));
                    case "memberNumberByEmail" -> number(state, member -> hasEmail(member, (String) arguments[0]));
                    case "member" -> state.members().get((int) arguments[0]);
                    case "isActive" -> state.members().get((int) arguments[0]).isActive();
                    case "administrator" -> role(state, (UserId) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static int number(TenantState state, Predicate<Member> wanted) {
        for (int number = 0; number < state.members().size(); number++) {
            if (wanted.test(state.members().get(number))) {
                return number;
            }
        }
        return DirectorySnapshot.NONE;
    }

    private static boolean hasEmail(Member member, String email) {
        String own = member.profile().email();
        return own != null && own.equalsIgnoreCase(email) && member.status() != MemberStatus.DELETED;
    }

    private static Optional<Administrator> role(TenantState state, UserId user) {
        return state.administrators().stream()
                .filter(administrator -> administrator.user().equals(user))
                .findFirst();
    }
}
