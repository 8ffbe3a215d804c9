package org.sightline.directory.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Changes;
import org.sightline.directory.CommitListener;
import org.sightline.directory.Committed;
import org.sightline.directory.History;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Preparation;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.Standing;
import org.sightline.store.StoreListener;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tenants that somebody has asked for since the server started. Immediate, since a component that nobody holds at
 * the moment would be thrown away with all it has loaded.
 */
@Component(
        service = {Snapshots.class, Changes.class, History.class, StoreListener.class, LiveTenants.class},
        immediate = true)
public final class LiveTenants implements Snapshots, Changes, History, StoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTenants.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TenantStore store;
    private final Clock clock;
    private final Duration patience;
    private final Listeners listeners = new Listeners();
    private final PastStates past = new PastStates();
    private final ConcurrentMap<TenantKey, LiveTenant> tenants = new ConcurrentHashMap<>();
    private final Following following = new Following(tenant -> onLive(tenant, live -> {
        live.catchUpUnlessBusy();
        return live;
    }));

    private volatile RevisionLag lag = RevisionLag.NONE;

    @Reference
    volatile List<Preparation> preparations = List.of();

    /** Starts with no tenant in memory. */
    @Activate
    public LiveTenants(@Reference(name = "store") TenantStore store, @Reference(name = "clock") Clock clock) {
        this(store, clock, PATIENCE);
    }

    LiveTenants(TenantStore store, Clock clock, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.patience = patience;
    }

    /** Adds somebody who wants to hear of changes. */
    @Reference(
            service = CommitListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addListener(CommitListener listener) {
        listeners.add(listener);
    }

    /** Takes them away again. */
    public void removeListener(CommitListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    void stop() {
        following.close();
    }

    @Override
    public void tenantMoved(TenantKey tenant) {
        LiveTenant known = tenants.get(tenant);
        if (known != null && known.present() != null) {
            following.soon(tenant);
        }
    }

    @Override
    public void lookAgain() {
        Set<TenantKey> loaded = tenants.entrySet().stream()
                .filter(tenant -> tenant.getValue().present() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (loaded.isEmpty()) {
            return;
        }
        Map<TenantKey, Standing> stored = store.standings(loaded);
        lag = RevisionLag.between(loaded(), stored);
        for (TenantKey tenant : loaded) {
            LiveTenant known = tenants.get(tenant);
            if (known != null && known.isBehind(stored.get(tenant))) {
                following.soon(tenant);
            }
        }
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        @Nullable LiveTenant known = tenants.get(tenant);
        @Nullable TenantSnapshot snapshot = known == null ? null : known.present();
        return snapshot != null ? snapshot : onLive(tenant, LiveTenant::loaded);
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        TenantSnapshot now = current(tenant);
        return now.revision() >= atLeast ? now : onLive(tenant, live -> live.await(atLeast, patience));
    }

    @Override
    public TenantSnapshot at(TenantKey tenant, long revision) {
        TenantSnapshot now = current(tenant);
        if (now.revision() == revision) {
            return now;
        }
        TenantSnapshot then = asked(() -> past.at(tenant, revision, () -> load(tenant, revision)));
        if (then == null) {
            throw notThere(revision, asked(() -> store.oldestRevision(tenant)), now.revision());
        }
        return then;
    }

    private static ProblemException notThere(long revision, long oldest, long newest) {
        if (revision >= 1 && revision < oldest) {
            return notRetained("revision " + revision + " is not kept any more; the oldest is " + oldest, oldest);
        }
        return Problem.of(
                        ProblemKind.INVALID,
                        Codes.INVALID,
                        "revision " + revision + " does not exist; revisions go from " + oldest + " to " + newest)
                .exception();
    }

    private static ProblemException notRetained(String detail, long oldest) {
        return Problem.of(ProblemKind.GONE, Codes.REVISION_NOT_RETAINED, detail)
                .with("oldest_revision", oldest)
                .exception();
    }

    private @Nullable TenantSnapshot load(TenantKey tenant, long revision) {
        return store.loadAt(tenant, revision).map(Advance::from).orElse(null);
    }

    @Override
    public TenantSnapshot at(TenantKey tenant, Instant instant) {
        current(tenant);
        if (instant.isAfter(clock.instant())) {
            throw Problem.of(ProblemKind.INVALID, Codes.INVALID, instant + " is in the future")
                    .exception();
        }
        OptionalLong revision = asked(() -> store.revisionAt(tenant, instant));
        long oldest = asked(() -> store.oldestRevision(tenant));
        if (oldest > 1 && revision.orElse(0) < oldest) {
            throw notRetained(
                    "what was in force at " + instant + " is not kept any more; the oldest revision is " + oldest,
                    oldest);
        }
        if (revision.isEmpty()) {
            throw Problem.of(ProblemKind.INVALID, Codes.INVALID, "the tenant was created after " + instant)
                    .exception();
        }
        return at(tenant, revision.getAsLong());
    }

    @Override
    public void keep(TenantSnapshot state) {
        TenantKey tenant = state.directory().tenant().key();
        past.keep(state);
        if (!tenants.containsKey(tenant)) {
            // Dropped meanwhile; whoever dropped it may have looked just before we came.
            past.forget(tenant);
        }
    }

    @Override
    public void forgetBefore(TenantKey tenant, long revision) {
        past.forgetBefore(tenant, revision);
    }

    @Override
    public Optional<TenantSnapshot> kept(TenantKey tenant, long revision) {
        TenantSnapshot now = current(tenant);
        return Optional.ofNullable(now.revision() == revision ? now : past.kept(tenant, revision));
    }

    private static <R extends @Nullable Object> R asked(Supplier<R> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database does not answer at the moment, and the past is only there; try again"),
                    e);
        }
    }

    @Override
    public <T> Committed<T> apply(TenantKey tenant, Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        return told(onLive(tenant, live -> live.change(actor, decide)));
    }

    @Override
    public <T> Committed<T> applyJointly(
            TenantKey tenant,
            TenantKey partner,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide) {
        if (tenant.equals(partner)) {
            throw new IllegalArgumentException("a joint change takes two tenants");
        }
        boolean ownFirst = tenant.compareTo(partner) < 0;
        return told(onLive(
                tenant,
                own -> onLive(partner, other -> new JointChange<>(own, other, tenant, actor, decide).run(ownFirst))));
    }

    private <T> Committed<T> told(Changed<T> changed) {
        listeners.tell(changed.commits());
        return changed.result();
    }

    @Override
    public void note(TenantKey tenant, Actor actor, Proposal.AuditNote note) {
        onLive(tenant, live -> live.note(actor, note));
    }

    /**
     * Removes a tenant from the store and from memory; changes that wait for their turn will not find it.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code unavailable}
     */
    public void drop(TenantKey tenant, Function<TenantSnapshot, AuditEntry> audit) {
        onLive(tenant, live -> {
            live.drop(audit);
            return live;
        });
    }

    /** Returns how far behind other servers this one was at the last look; never when no other can use the store. */
    RevisionLag lag() {
        return lag;
    }

    /** Returns the states that are in memory right now, in no order. */
    List<TenantSnapshot> loaded() {
        return tenants.values().stream()
                .map(LiveTenant::present)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void prepare(TenantSnapshot next) {
        for (Preparation preparation : preparations) {
            try {
                preparation.prepare(next);
            } catch (RuntimeException e) {
                LOG.error(
                        "tenant {}: cannot prepare {}",
                        next.directory().tenant().key(),
                        next.directory(),
                        e);
            }
        }
    }

    private <R> R onLive(TenantKey tenant, Function<LiveTenant, R> action) {
        while (true) {
            LiveTenant live = tenants.computeIfAbsent(tenant, key -> new LiveTenant(key, store, clock, this::prepare));
            try {
                return action.apply(live);
            } catch (TenantGoneException e) {
                if (!e.tenant().equals(tenant)) {
                    throw e;
                }
                tenants.remove(tenant, live);
                past.forget(tenant);
                if (!e.replaced()) {
                    throw Problem.notFound("there is no tenant `" + tenant + "`")
                            .exception();
                }
                // Dropped while we waited for our turn; somebody may have created it anew since.
            } finally {
                if (live.isGone()) {
                    tenants.remove(tenant, live);
                    past.forget(tenant);
                }
            }
        }
    }
}
