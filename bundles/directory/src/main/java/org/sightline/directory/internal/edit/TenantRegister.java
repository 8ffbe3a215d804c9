package org.sightline.directory.internal.edit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantDeparture;
import org.sightline.directory.Tenants;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.MemberRules;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.internal.rules.TenantRules;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.store.StaleRevisionException;
import org.sightline.store.StateChange;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;
import org.sightline.visibility.model.VisibilityPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates, changes and deletes tenants (docs/concepts.md, "Tenants"). */
@Component(service = Tenants.class)
public final class TenantRegister implements Tenants {

    private static final Logger LOG = LoggerFactory.getLogger(TenantRegister.class);

    private final LiveTenants live;
    private final TenantStore store;
    private final Clock clock;
    private final List<TenantDeparture> departures = new CopyOnWriteArrayList<>();

    /** Keeps tenants in a store and in memory. */
    @Activate
    public TenantRegister(
            @Reference(name = "live") LiveTenants live,
            @Reference(name = "store") TenantStore store,
            @Reference(name = "clock") Clock clock) {
        this.live = live;
        this.store = store;
        this.clock = clock;
    }

    /** Adds somebody who has others' affairs to put in order before a tenant is deleted. */
    @Reference(
            service = TenantDeparture.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addDeparture(TenantDeparture departure) {
        departures.add(departure);
    }

    /** Takes them away again. */
    public void removeDeparture(TenantDeparture departure) {
        departures.remove(departure);
    }

    @Override
    public List<Tenant> list() {
        try {
            return store.tenants();
        } catch (StoreUnavailableException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Committed<Tenant> create(Actor actor, Tenant given, @Nullable FirstAdministrator first) {
        Tenant tenant = TenantRules.tidy(given);
        Optional<Member> member = Optional.ofNullable(first).map(TenantRegister::firstMember);
        Faults faults = Faults.none();
        TenantRules.check(tenant, faults);
        member.ifPresent(admin -> MemberRules.check(admin, ROOT_ONLY, faults.below("/primary_admin")));
        faults.refuseIfAny();
        Draft draft = new Draft();
        draft.put(null, tenant);
        draft.also(new StateChange.PutDepartment(new Department(DepartmentId.ROOT, tenant.name(), null, 0, List.of())));
        draft.also(new StateChange.PutPolicy(VisibilityPolicy.DEFAULT));
        if (first != null && member.isPresent()) {
            UserId user = member.get().id();
            draft.put(null, member.get());
            draft.put(null, new Administrator(user, true, Set.of()));
            draft.also(new StateChange.PutPassword(user, first.passwordHash()));
        }
        commitFirst(tenant, actor, draft.giving(tenant));
        return new Committed<>(tenant, 1);
    }

    private static Member firstMember(FirstAdministrator first) {
        return MemberRules.tidy(first.member())
                .withDepartments(List.of(new Membership(DepartmentId.ROOT, 0)))
                .withStatus(MemberStatus.ACTIVE);
    }

    private void commitFirst(Tenant tenant, Actor actor, Proposal<Tenant> proposal) {
        List<AuditEntry> audit = new ArrayList<>();
        for (Proposal.AuditNote note : proposal.audit()) {
            audit.add(new AuditEntry(
                    clock.instant(),
                    actor,
                    note.action(),
                    note.objectKind(),
                    note.objectId(),
                    note.before(),
                    note.after(),
                    1));
        }
        try {
            store.commit(List.of(new TenantCommit(tenant.key(), 0, proposal.changes(), audit)));
        } catch (StaleRevisionException e) {
            throw new ProblemException(
                    Refusals.duplicate("/tenant_key", "tenant", tenant.key()).problem(), e);
        } catch (StoreUnavailableException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Committed<Tenant> update(
            TenantKey key, Actor actor, Expectation<Tenant> expectation, UnaryOperator<Tenant> edit) {
        return live.apply(key, actor, now -> {
            Tenant present = now.directory().tenant();
            Refusals.requireExpected(expectation, present);
            Tenant edited = TenantRules.tidy(edit.apply(present));
            check(key, edited);
            if (edited.equals(present)) {
                return Proposal.nothing(present);
            }
            Draft draft = new Draft();
            draft.put(present, edited);
            if (!edited.name().equals(present.name())) {
                DepartmentEdits.renameRoot(now.directory(), edited.name(), draft);
            }
            return draft.giving(edited);
        });
    }

    private static void check(TenantKey key, Tenant edited) {
        Faults faults = Faults.none();
        if (!edited.key().equals(key)) {
            faults.add("/tenant_key", Codes.IMMUTABLE_FIELD, "a key cannot be changed");
        }
        TenantRules.check(edited, faults);
        faults.refuseIfAny();
    }

    @Override
    public void delete(TenantKey key, Actor actor) {
        live.current(key);
        departures.forEach(departure -> departure.leaving(key, actor));
        live.drop(
                key,
                now -> new AuditEntry(
                        clock.instant(),
                        actor,
                        "tenant.delete",
                        "tenant",
                        key.value(),
                        now.directory().tenant(),
                        null,
                        now.revision()));
        LOG.info("tenant {} was deleted by {} {}", key, actor.kind().key(), actor.id());
    }

    private static ProblemException unavailable(StoreUnavailableException cause) {
        LOG.warn("the store is unavailable", cause);
        return new ProblemException(cause.problem(), cause);
    }

    /** What a tenant's first member may name. */
    private static final Known ROOT_ONLY = new Known() {
        @Override
        public boolean hasDepartment(DepartmentId id) {
            return id.isRoot();
        }

        @Override
        public boolean hasMember(UserId id) {
            return false;
        }

        @Override
        public Optional<CustomField> field(FieldId id) {
            return Optional.empty();
        }
    };
}
