package org.sightline.directory.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Committed;
import org.sightline.directory.Preparation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.events.EventsOfChange;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.Occurrence;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StaleRevisionException;
import org.sightline.store.Standing;
import org.sightline.store.StateChange;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tenant in memory: readers take the newest snapshot, writers queue up in the order they came. */
final class LiveTenant {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTenant.class);

    /** How long other servers may be faster before we say so; a count of attempts would be up in no time. */
    static final Duration PERSISTENCE = Duration.ofSeconds(10);

    /** How often the store is asked while somebody waits for a revision that another server may have made. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** How often the database is asked how a commit ended. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    private final TenantKey key;
    private final TenantStore store;
    private final Clock clock;
    private final Preparation preparation;
    private final Turn turn = new Turn();
    private final Object arrivals = new Object();
    private volatile @Nullable TenantSnapshot snapshot;
    private volatile boolean gone;

    /** Of the tenant in the snapshot; changes only with the turn. */
    private volatile long origin;

    /** What the state will be if the commit that is being made becomes durable; only for whoever has the turn. */
    private @Nullable TenantSnapshot foreseen;

    /** Whether the database was lost during a commit, so that it may have a revision that we have not. */
    private volatile boolean inDoubt;

    private volatile long askAgainAt;

    LiveTenant(TenantKey key, TenantStore store, Clock clock, Preparation preparation) {
        this.key = key;
        this.store = store;
        this.clock = clock;
        this.preparation = preparation;
    }

    /** Returns the newest snapshot; null when nothing has been loaded, the tenant is gone, or {@link #loaded} knows better. */
    @Nullable
    TenantSnapshot present() {
        return inDoubt ? null : snapshot;
    }

    boolean isGone() {
        return gone;
    }

    /** Returns the newest snapshot, loading it when there is none. */
    TenantSnapshot loaded() {
        @Nullable TenantSnapshot now = snapshot;
        if (now == null) {
            return inTurn(this::presentOrStored);
        }
        return inDoubt ? settled(now) : now;
    }

    /** Of all who read while the outcome of a commit is not known, one asks the database now and then. */
    private TenantSnapshot settled(TenantSnapshot now) {
        if (System.nanoTime() - askAgainAt < 0 || !turn.tryLock()) {
            return now;
        }
        try {
            askAgainAt = System.nanoTime() + DOUBT.toNanos();
            return gone ? now : presentOrStored();
        } catch (ProblemException stillAway) {
            LOG.debug("tenant {}: the outcome of a commit is still not known", key, stillAway);
            return now;
        } finally {
            turn.unlock();
        }
    }

    /** The newest snapshot, for whoever has the turn. */
    TenantSnapshot presentOrStored() {
        @Nullable TenantSnapshot now = snapshot;
        if (now == null) {
            return reload();
        }
        if (inDoubt) {
            now = caughtUp();
            inDoubt = false;
        }
        return now;
    }

    /** Reads the whole stored state, for whoever has the turn. */
    private TenantSnapshot reload() {
        Standing standing = storedStanding();
        TenantState state = asked(() -> store.load(key).orElse(null));
        if (state == null) {
            throw gone();
        }
        // When the tenant was replaced between the two questions, the next look at where it stands will tell.
        origin = standing.origin();
        TenantSnapshot stored = publish(Advance.from(state));
        inDoubt = false;
        return stored;
    }

    /**
     * Takes over what other servers have changed, for whoever has the turn. Costs as much as was changed.
     *
     * @throws TenantGoneException also when the tenant was replaced by another one with the same key
     */
    TenantSnapshot caughtUp() {
        TenantSnapshot now = snapshot;
        if (now == null) {
            return reload();
        }
        Standing standing = storedStanding();
        if (standing.origin() != origin) {
            leave();
            throw new TenantGoneException(key, true);
        }
        if (standing.revision() == now.revision()) {
            return now;
        }
        if (standing.revision() < now.revision()) {
            LOG.error(
                    "tenant {}: this server is at revision {} and the database only at {}: it has lost what it had"
                            + " acknowledged; going on from what it has",
                    key,
                    now.revision(),
                    standing.revision());
            return reload();
        }
        StoredChanges since = asked(() -> store.since(key, now.revision()).orElse(null));
        if (since == null) {
            return reload();
        }
        try {
            return publish(Advance.of(now, since));
        } catch (RuntimeException e) {
            LOG.error("tenant {}: others' changes after revision {} do not apply", key, now.revision(), e);
            return reload();
        }
    }

    /** Takes over what other servers have changed, unless somebody has the turn; who that is will find out, or comes back. */
    void catchUpUnlessBusy() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            refuseWhenGone();
            caughtUp();
        } finally {
            turn.unlock();
        }
    }

    private Standing storedStanding() {
        Standing standing = asked(() -> store.standings(Set.of(key)).get(key));
        if (standing == null) {
            throw gone();
        }
        return standing;
    }

    private TenantGoneException gone() {
        leave();
        return new TenantGoneException(key, false);
    }

    /** Whether the store has something else than the snapshot in memory, if there is one. */
    boolean isBehind(@Nullable Standing stored) {
        TenantSnapshot now = snapshot;
        return now != null && (stored == null || stored.origin() != origin || stored.revision() > now.revision());
    }

    /** Returns a snapshot not older than a revision, waiting for it. */
    TenantSnapshot await(long atLeast, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            TenantSnapshot now = newest(deadline);
            if (now.revision() >= atLeast) {
                return now;
            }
            long remaining = deadline - System.nanoTime();
            if (remaining <= 0) {
                throw unavailable("revision " + atLeast + " has not arrived here, the newest is " + now.revision());
            }
            pause(now, Math.min(remaining, LOOK_AGAIN.toNanos()));
        }
    }

    /** The newest snapshot in memory, or the stored one when that is newer and no writer is at work. */
    private TenantSnapshot newest(long deadline) {
        TenantSnapshot now = loaded();
        if (!tryTurn(deadline)) {
            return loaded();
        }
        try {
            refuseWhenGone();
            now = presentOrStored();
            return caughtUp();
        } catch (ProblemException e) {
            LOG.debug("tenant {}: cannot look for a newer revision", key, e);
            return now;
        } finally {
            turn.unlock();
        }
    }

    private boolean tryTurn(long deadline) {
        try {
            return turn.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause(TenantSnapshot seen, long nanos) {
        try {
            synchronized (arrivals) {
                @Nullable TenantSnapshot now = snapshot;
                if (now != null && now.revision() == seen.revision()) {
                    TimeUnit.NANOSECONDS.timedWait(arrivals, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ProblemException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ProblemException(unavailable("the server is stopping").problem(), cause);
    }

    /** Decides, commits and publishes; see {@link org.sightline.directory.Changes}. */
    <T> Changed<T> change(Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        refuseNesting();
        return inTurn(() -> changeInTurn(actor, decide));
    }

    /** Refuses a change within the decision on another one. */
    void refuseNesting() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change must not make another change while it decides");
        }
    }

    private <T> Changed<T> changeInTurn(Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        TenantSnapshot now = presentOrStored();
        long deadline = System.nanoTime() + PERSISTENCE.toNanos();
        do {
            Proposal<T> proposal = decide.apply(now);
            if (proposal.changes().isEmpty()) {
                return Changed.nothing(proposal.result(), now.revision());
            }
            TenantCommit commit = commit(now, actor, proposal);
            if (committed(List.of(commit), List.of(this))) {
                long revision = advance(now, proposal.changes()).revision();
                return new Changed<>(new Committed<>(proposal.result(), revision), List.of(commit));
            }
            now = caughtUp();
        } while (deadline - System.nanoTime() > 0);
        throw outrun();
    }

    /** What a proposal means for the store. */
    TenantCommit commit(TenantSnapshot now, Actor actor, Proposal<?> proposal) {
        if (proposal.audit().isEmpty()) {
            throw new IllegalStateException("a change without a word for the audit log: " + proposal.changes());
        }
        long revision = now.revision() + 1;
        Instant at = clock.instant();
        List<AuditEntry> audit = proposal.audit().stream()
                .map(note -> entry(note, at, actor, revision))
                .toList();
        return new TenantCommit(
                key, now.revision(), proposal.changes(), audit, proposal.notices(), events(now, proposal, at));
    }

    /** What apps are told of it, which needs the next state before its time. */
    private List<Occurrence> events(TenantSnapshot now, Proposal<?> proposal, Instant at) {
        foreseen = null;
        if (!EventsOfChange.mayConcern(now, proposal.changes())) {
            return List.of();
        }
        TenantSnapshot next = Advance.of(now, proposal.changes());
        foreseen = next;
        return EventsOfChange.of(now, next, proposal.changes(), at.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Makes a transaction durable; false when another server was faster.
     *
     * @param whose the tenants that it changes
     */
    boolean committed(List<TenantCommit> commits, List<LiveTenant> whose) {
        try {
            asked(() -> {
                commit(commits, whose);
                return true;
            });
            return true;
        } catch (StaleRevisionException e) {
            LOG.debug("tenant {}: another server was faster", key, e);
            return false;
        }
    }

    private void commit(List<TenantCommit> commits, List<LiveTenant> whose) {
        try {
            store.commit(commits);
        } catch (StoreUnavailableException e) {
            if (e.isInDoubt()) {
                whose.forEach(LiveTenant::doubt);
            }
            throw e;
        }
    }

    private void doubt() {
        askAgainAt = System.nanoTime();
        inDoubt = true;
    }

    /** Writes down what changes nothing; returns the revision it stands at. */
    long note(Actor actor, Proposal.AuditNote note) {
        long revision = loaded().revision();
        AuditEntry entry = entry(note, clock.instant(), actor, revision);
        return asked(() -> {
            store.note(key, entry);
            return revision;
        });
    }

    private static AuditEntry entry(Proposal.AuditNote note, Instant at, Actor actor, long revision) {
        return new AuditEntry(
                at, actor, note.action(), note.objectKind(), note.objectId(), note.before(), note.after(), revision);
    }

    /** The changes are durable: whatever happens here, the next reader must see them. */
    TenantSnapshot advance(TenantSnapshot now, List<StateChange> changes) {
        @Nullable TenantSnapshot next = foreseen;
        foreseen = null;
        try {
            return publish(next != null ? next : Advance.of(now, changes));
        } catch (RuntimeException e) {
            LOG.error("tenant {}: the changes after revision {} do not apply, loading them", key, now.revision(), e);
            snapshot = null;
            return reload();
        }
    }

    /** Removes the tenant for good. */
    void drop(Function<TenantSnapshot, AuditEntry> audit) {
        inTurn(() -> {
            AuditEntry entry = audit.apply(presentOrStored());
            asked(() -> {
                store.drop(key, entry);
                return true;
            });
            leave();
            return true;
        });
    }

    private void leave() {
        gone = true;
        snapshot = null;
        wakeWaiting();
    }

    private TenantSnapshot publish(TenantSnapshot next) {
        preparation.prepare(next);
        snapshot = next;
        wakeWaiting();
        return next;
    }

    private void wakeWaiting() {
        synchronized (arrivals) {
            arrivals.notifyAll();
        }
    }

    /** Does something that nobody else may do to the tenant at the same time. */
    <R> R inTurn(Supplier<R> action) {
        takeTurn();
        try {
            refuseWhenGone();
            return action.get();
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.take()) {
                throw unavailable("other changes of tenant `" + key
                        + "` take long at the moment; nothing was changed, try again");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void refuseWhenGone() {
        if (gone) {
            throw new TenantGoneException(key, true);
        }
    }

    private <R> R asked(Supplier<R> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            LOG.warn("tenant {}: the store is unavailable", key, e);
            throw new ProblemException(e.problem(), e);
        }
    }

    /** Says that other servers were faster for too long. */
    ProblemException outrun() {
        return unavailable("other servers keep changing tenant `" + key + "`; try again");
    }

    private static ProblemException unavailable(String detail) {
        return Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, detail).exception();
    }
}
