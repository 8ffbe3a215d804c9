package org.sightline.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.Occurrence;

/**
 * Events on their way out. Commits bring them in few rows ({@link TenantCommit#events()}); somebody later unfolds these
 * into one delivery for each thing, as fast as the receiver takes them. Several servers may share a store; whoever claims
 * does the work. Methods throw {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface EventStore {

    /**
     * How far ahead a next attempt may be; pauses are much shorter. What lies further ahead was put off by a clock that was
     * wrong, and is due now.
     */
    Duration MOST_AHEAD = Duration.ofDays(1);

    /** Returns the oldest occurrence of each app that has any which is not unfolded yet. */
    List<Waiting> waiting();

    /** Returns how many deliveries of an app are pending. */
    int pending(App app);

    /**
     * Unfolds an occurrence: for each of its objects one delivery, in their order. One transaction; of several callers
     * exactly one gets true.
     *
     * @param begun what each delivery begins with
     */
    boolean unfold(Waiting waiting, EventDelivery.Progress begun);

    /** Returns the apps for which something is due, whoever waits longest first. */
    List<App> dueApps(Instant now);

    /**
     * Returns what may be tried now for an app, in the order of events: what is due, is held by nobody, and has nothing
     * pending before it about the same thing.
     */
    List<EventDelivery> due(App app, Instant now, int most);

    /**
     * Takes a delivery that is due, so that nobody else tries it before a deadline; when we do not come back by then, it
     * is due again.
     *
     * @return the delivery as claimed; empty when somebody else has it, or it has ended
     */
    Optional<EventDelivery> claim(EventDelivery delivery, Instant until);

    /**
     * Keeps how an attempt ended.
     *
     * @return false when the delivery is gone or was claimed by somebody else or put on its way again since; then
     *     nothing was changed
     */
    boolean settle(EventDelivery claimed, EventDelivery.Progress outcome);

    /**
     * Puts a delivery on its way again; one that is being tried is tried once more when that attempt failed.
     *
     * @param receiver only if it is for this receiver; null for whichever of the app
     * @param since    only of an event that occurred then or later
     * @return the delivery as it is now; empty when there is no such delivery of this app
     */
    Optional<EventDelivery> again(App app, @Nullable EventReceiver receiver, Instant since, String id, Instant now);

    /** Ends deliveries that were put on their way before an instant and are pending and held by nobody. */
    int giveUpOlder(Instant before, Instant now, String reason);

    /** Returns when the next delivery is due that is not due yet; empty when there is none. */
    Optional<Instant> nextDue(Instant now);

    /**
     * Returns deliveries of an app, newest first.
     *
     * @param receiver only those for this receiver; null for all of the app's
     * @param since    only of events that occurred then or later
     * @param below    only with smaller numbers
     */
    List<EventDelivery> deliveries(App app, @Nullable EventReceiver receiver, Instant since, long below, int most);

    /** Removes deliveries that ended before an instant. */
    int removeOlder(Instant before);

    /**
     * An app of a tenant.
     *
     * @param tenant whose
     * @param app    which one
     */
    record App(TenantKey tenant, AppId app) {}

    /**
     * An occurrence that waits to be unfolded.
     *
     * @param tenant     whose
     * @param number     grows from occurrence to occurrence of a tenant
     * @param revision   of the tenant, with which it happened
     * @param occurrence what happened
     */
    record Waiting(TenantKey tenant, long number, long revision, Occurrence occurrence) {

        /** Returns whose events these are. */
        public App app() {
            return new App(tenant, occurrence.receiver().app());
        }
    }
}
