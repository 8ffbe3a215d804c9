package org.sightline.resources.internal.registry;

import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.Caller;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.resources.Resources;
import org.sightline.resources.internal.Asked;
import org.sightline.resources.internal.Holder;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceChange;
import org.sightline.resources.model.ResourceId;
import org.sightline.resources.model.ResourceType;
import org.sightline.store.ResourceStore;
import org.sightline.store.StateChange;
import org.sightline.visibility.Visibility;

/** Documents and bases beside the tenant's state: written in its transactions, read from the store. */
@Component
public final class StoredResources implements Resources {

    /** So many resources somebody owns at most (docs/limits.md). */
    static final int MOST_OWNED = 10_000;

    /** So many administrators a resource has at most (docs/limits.md). */
    static final int MOST_ADMINISTRATORS = 100;

    private static final String KIND = "resource";
    private static final String UPDATE = "resource.update";

    private final Changes changes;
    private final ResourceStore store;
    private final InstantSource clock;
    private final Reach reach;

    /** Works with these. */
    @Activate
    public StoredResources(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "store") ResourceStore store,
            @Reference(name = "visibility") Visibility visibility,
            @Reference(name = "clock") Clock clock) {
        this(changes, store, visibility, (InstantSource) clock);
    }

    StoredResources(Changes changes, ResourceStore store, Visibility visibility, InstantSource clock) {
        this.changes = changes;
        this.store = store;
        this.clock = clock;
        this.reach = new Reach(visibility);
    }

    @Override
    public Committed<Resource> create(Caller.ByApp caller, ResourceType type, String title) {
        Need.CREATE.require(caller, type);
        Owner owner = Holder.of(caller);
        Resource resource = new Resource(
                ResourceId.random(),
                type,
                Titles.checked(title),
                owner,
                List.of(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return changes.apply(tenant(caller), caller.actor(), now -> {
            int owned = Asked.of(() -> store.ownedBy(tenant(caller), owner, now.revision()));
            requireRoom(owned, MOST_OWNED, "an app or a member owns at most " + MOST_OWNED + " resources");
            return proposal("resource.create", null, resource, resource);
        });
    }

    private static void requireRoom(int used, int limit, String what) {
        if (used >= limit) {
            throw Problem.conflict(Codes.LIMIT_EXCEEDED, what)
                    .with("limit", limit)
                    .with("used", used)
                    .exception();
        }
    }

    private static TenantKey tenant(Caller.ByApp caller) {
        TenantKey tenant = caller.tenant();
        if (tenant == null) {
            throw new IllegalStateException("every app belongs to a tenant");
        }
        return tenant;
    }

    @Override
    public List<Resource> list(TenantSnapshot tenant, Caller.ByApp caller, int from, int most) {
        Owner holder = Holder.of(caller);
        return Asked.of(() ->
                store.heldBy(tenant(caller), holder, Holder.since(tenant, holder), tenant.revision(), from, most));
    }

    @Override
    public boolean isReadable(Caller.ByApp caller, ResourceType type) {
        return Need.READ.isMet(caller, type);
    }

    @Override
    public Resource get(TenantSnapshot tenant, Caller.ByApp caller, ResourceId id) {
        Resource resource = held(tenant, caller, id);
        Need.READ.require(caller, resource.type());
        return resource;
    }

    /** What the caller neither owns nor administers does not exist for them. */
    private Resource held(TenantSnapshot tenant, Caller.ByApp caller, ResourceId id) {
        Optional<Resource> found = Asked.of(() -> store.resource(tenant(caller), id, tenant.revision()));
        return found.filter(resource -> Holder.holds(tenant, Holder.of(caller), resource))
                .orElseThrow(() ->
                        Problem.notFound("there is no resource `" + id + "`").exception());
    }

    @Override
    public Committed<Resource> rename(
            Caller.ByApp caller, ResourceId id, Expectation<Resource> expectation, Function<Resource, String> title) {
        return changes.apply(tenant(caller), caller.actor(), now -> {
            Resource present = expected(now, caller, id, Need.UPDATE, expectation);
            Resource changed = present.titled(Titles.checked(title.apply(present)));
            return changed.equals(present) ? Proposal.nothing(present) : proposal(UPDATE, present, changed, changed);
        });
    }

    @Override
    public Committed<Resource> delete(Caller.ByApp caller, ResourceId id, Expectation<Resource> expectation) {
        return changes.apply(tenant(caller), caller.actor(), now -> {
            Resource present = expected(now, caller, id, Need.DELETE, expectation);
            requireOwner(now, caller, present, "delete it");
            return proposal("resource.delete", present, null, present);
        });
    }

    private Resource expected(
            TenantSnapshot now, Caller.ByApp caller, ResourceId id, Need need, Expectation<Resource> expectation) {
        Resource present = held(now, caller, id);
        need.require(caller, present.type());
        if (!expectation.holdsFor(present)) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            Codes.REVISION_MISMATCH,
                            "it has changed since you read it; read it again and repeat the change on that")
                    .exception();
        }
        return present;
    }

    /** Once its owner is gone, a resource is in the hands of its administrators. */
    private static void requireOwner(TenantSnapshot now, Caller.ByApp caller, Resource resource, String what) {
        if (!Holder.owns(now, Holder.of(caller), resource) && Holder.hasOwner(now, resource)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Codes.FORBIDDEN, "only the owner of the resource may " + what)
                    .exception();
        }
    }

    @Override
    public Committed<Resource> addAdministrator(Caller.ByApp caller, ResourceId id, UserId user) {
        return changes.apply(tenant(caller), caller.actor(), now -> {
            Resource present = expected(now, caller, id, Need.SHARE, Expectation.any());
            requireOwner(now, caller, present, "name administrators");
            if (!reach.sees(now, caller, user)) {
                throw noSuchUser(user);
            }
            if (present.isHeldBy(Owner.of(user))) {
                return Proposal.nothing(present);
            }
            requireRoom(
                    present.administrators().size(),
                    MOST_ADMINISTRATORS,
                    "a resource has at most " + MOST_ADMINISTRATORS + " administrators");
            List<UserId> more = new ArrayList<>(present.administrators());
            more.add(user);
            Resource changed = present.administeredBy(more);
            return proposal("resource.share", present, changed, changed);
        });
    }

    private static ProblemException noSuchUser(UserId user) {
        return Problem.notFound("there is no user `" + user + "`").exception();
    }

    @Override
    public Committed<Resource> removeAdministrator(Caller.ByApp caller, ResourceId id, UserId user) {
        return changes.apply(tenant(caller), caller.actor(), now -> {
            Resource present = expected(now, caller, id, Need.UNSHARE, Expectation.any());
            if (!Holder.of(caller).is(user)) {
                requireOwner(now, caller, present, "take administrators away");
            }
            List<UserId> fewer = new ArrayList<>(present.administrators());
            if (!fewer.remove(user)) {
                throw noSuchUser(user);
            }
            Resource changed = present.administeredBy(fewer);
            return proposal("resource.unshare", present, changed, changed);
        });
    }

    private static Proposal<Resource> proposal(
            String action, @Nullable Resource before, @Nullable Resource after, Resource result) {
        return new Proposal<>(
                List.of(new StateChange.ChangeResource(new ResourceChange(before, after))),
                List.of(new Proposal.AuditNote(action, KIND, result.id().value(), before, after)),
                result);
    }
}
