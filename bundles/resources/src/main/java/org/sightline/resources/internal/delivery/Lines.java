package org.sightline.resources.internal.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.store.EventStore.App;

/**
 * How much is on its way to each receiver. A receiver that took nothing yet gets one event at a time and one that
 * fails rests, the longer the more often it failed; the failing and the unknown together get half of the room at most,
 * so that slow and dead receivers do not keep the others waiting. Not safe for several threads.
 */
final class Lines {

    /** So many events at once to a receiver that takes them. */
    static final int MOST_TO_ONE = 8;

    private final int most;
    private final Map<App, Line> lines = new HashMap<>();
    private int busy;
    private int busyUnproven;

    /**
     * Creates the lines.
     *
     * @param most events on their way at once, over all receivers
     */
    Lines(int most) {
        this.most = most;
    }

    /** Returns how many events may go to a receiver now. */
    int room(App app, Instant now) {
        @Nullable Line line = lines.get(app);
        int left = most - busy;
        if (line == null) {
            return Math.min(1, Math.min(left, most / 2 - busyUnproven));
        }
        if (now.isBefore(line.restsUntil)) {
            return 0;
        }
        return line.proven
                ? Math.min(left, MOST_TO_ONE - line.busy)
                : Math.min(Math.min(left, most / 2 - busyUnproven), 1 - line.busy);
    }

    /** Takes a place for one event. */
    Line take(App app) {
        Line line = lines.computeIfAbsent(app, unseen -> new Line());
        line.busy++;
        busy++;
        busyUnproven += line.proven ? 0 : 1;
        line.busyUnproven += line.proven ? 0 : 1;
        return line;
    }

    /** Gives the place back after the receiver took the event, or after nothing was sent. */
    void arrived(App app) {
        give(app, line -> {
            line.proven = true;
            line.failures = 0;
        });
    }

    /** Gives the place back without a word about the receiver. */
    void unused(App app) {
        give(app, line -> {});
    }

    /** Gives the place back after the receiver failed, which lets it rest. */
    void failed(App app, Patience patience, Instant now) {
        give(app, line -> {
            line.proven = false;
            line.failures++;
            line.restsUntil = now.plus(patience.pause(line.failures));
        });
    }

    private void give(App app, Consumer<Line> change) {
        Line line = lines.computeIfAbsent(app, unseen -> new Line());
        line.busy--;
        busy--;
        if (line.busyUnproven > 0) {
            line.busyUnproven--;
            busyUnproven--;
        }
        change.accept(line);
        if (line.busy == 0 && line.failures == 0 && !line.proven) {
            lines.remove(app);
        }
    }

    /** Forgets how a receiver fared, so that it is tried at once. */
    void rested(App app) {
        lines.computeIfPresent(app, (key, line) -> {
            line.restsUntil = Instant.MIN;
            return line;
        });
    }

    /** Forgets receivers that are doing well and have nothing on their way. */
    void sweep() {
        lines.values().removeIf(line -> line.busy == 0 && line.failures == 0);
    }

    /** Returns how many events are on their way. */
    int busy() {
        return busy;
    }

    /** Returns when the first of the resting receivers has rested; null when none rests. */
    @Nullable
    Instant nextAwake(Instant now) {
        return lines.values().stream()
                .map(line -> line.restsUntil)
                .filter(until -> until.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** How one receiver fares. */
    static final class Line {

        private boolean proven;
        private int busy;
        private int busyUnproven;
        private int failures;
        private Instant restsUntil = Instant.MIN;
    }
}
