package org.sightline.testkit.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.Occurrence;
import org.sightline.store.EventStore;

/** Keeps events on their way out in memory; for tests. Safe for any number of threads. */
public final class InMemoryEventStore implements EventStore {

    private static final long NUMBERS = 1_000;

    private final InMemoryEvents events;

    /**
     * Creates the store.
     *
     * @param tenants where events are committed
     */
    public InMemoryEventStore(InMemoryTenantStore tenants) {
        this.events = tenants.events();
    }

    @Override
    public List<Waiting> waiting() {
        synchronized (events) {
            Map<App, Waiting> oldest = new LinkedHashMap<>();
            events.waiting.forEach(each -> oldest.putIfAbsent(each.app(), each));
            return List.copyOf(oldest.values());
        }
    }

    @Override
    public int pending(App app) {
        synchronized (events) {
            return (int) of(app).filter(InMemoryEventStore::isPending).count();
        }
    }

    private Stream<EventDelivery> of(App app) {
        return events.deliveries.stream()
                .filter(each -> each.tenant().equals(app.tenant())
                        && each.receiver().app().equals(app.app()));
    }

    private static boolean isPending(EventDelivery delivery) {
        return delivery.progress().state() == State.PENDING;
    }

    private static boolean isFree(EventDelivery delivery, Instant now) {
        @Nullable Instant held = delivery.progress().heldUntil();
        return held == null || !held.isAfter(now) || held.isAfter(now.plus(MOST_AHEAD));
    }

    @Override
    public boolean unfold(Waiting waiting, Progress begun) {
        synchronized (events) {
            if (!events.waiting.remove(waiting)) {
                return false;
            }
            Occurrence of = waiting.occurrence();
            long number = waiting.number() * NUMBERS;
            for (String object : of.objects()) {
                events.deliveries.add(new EventDelivery(
                        waiting.tenant(),
                        number++,
                        waiting.revision(),
                        "evt_" + TenantKey.random().value(),
                        of.receiver(),
                        of.event(),
                        object,
                        of.at(),
                        of.range(),
                        begun));
            }
            return true;
        }
    }

    @Override
    public List<App> dueApps(Instant now) {
        synchronized (events) {
            return events.deliveries.stream()
                    .filter(each -> isPending(each) && isFree(each, now) && isDue(each, now))
                    .sorted(Comparator.comparing(each -> nextOf(each)))
                    .map(each -> new App(each.tenant(), each.receiver().app()))
                    .distinct()
                    .toList();
        }
    }

    private static Instant nextOf(EventDelivery delivery) {
        @Nullable Instant next = delivery.progress().nextAt();
        return next == null ? Instant.MAX : next;
    }

    private static boolean isDue(EventDelivery delivery, Instant now) {
        @Nullable Instant next = delivery.progress().nextAt();
        return next != null && (!next.isAfter(now) || next.isAfter(now.plus(MOST_AHEAD)));
    }

    @Override
    public List<EventDelivery> due(App app, Instant now, int most) {
        synchronized (events) {
            List<EventDelivery> pending = of(app).filter(InMemoryEventStore::isPending)
                    .sorted(Comparator.comparingLong(EventDelivery::number))
                    .toList();
            Map<String, EventDelivery> first = new LinkedHashMap<>();
            pending.forEach(each -> first.putIfAbsent(each.event().subject() + "/" + each.object(), each));
            return first.values().stream()
                    .filter(each -> isFree(each, now) && isDue(each, now))
                    .limit(most)
                    .toList();
        }
    }

    @Override
    public Optional<EventDelivery> claim(EventDelivery delivery, Instant until) {
        Instant deadline = until.truncatedTo(ChronoUnit.MICROS);
        return replace(
                delivery,
                present -> isPending(present)
                        && equal(
                                present.progress().heldUntil(),
                                delivery.progress().heldUntil()),
                delivery.progress().held(deadline));
    }

    private static boolean equal(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other == null : one.equals(other);
    }

    private Optional<EventDelivery> replace(EventDelivery seen, Predicate<EventDelivery> holds, Progress progress) {
        synchronized (events) {
            for (int at = 0; at < events.deliveries.size(); at++) {
                EventDelivery present = events.deliveries.get(at);
                if (present.id().equals(seen.id()) && holds.test(present)) {
                    events.deliveries.set(at, present.with(progress));
                    return Optional.of(present.with(progress));
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public boolean settle(EventDelivery claimed, Progress outcome) {
        synchronized (events) {
            Predicate<EventDelivery> ours = present -> isPending(present)
                    && equal(present.progress().heldUntil(), claimed.progress().heldUntil());
            if (replace(
                            claimed,
                            present -> ours.test(present)
                                    && present.progress()
                                            .since()
                                            .equals(claimed.progress().since()),
                            outcome)
                    .isPresent()) {
                return true;
            }
            events.deliveries.replaceAll(present -> present.id().equals(claimed.id()) && ours.test(present)
                    ? present.with(present.progress().free())
                    : present);
            return false;
        }
    }

    @Override
    public Optional<EventDelivery> again(
            App app, @Nullable EventReceiver receiver, Instant since, String id, Instant now) {
        synchronized (events) {
            return of(app).filter(each -> each.id().equals(id)
                            && !each.occurredAt().isBefore(since)
                            && (receiver == null || each.receiver().equals(receiver)))
                    .findFirst()
                    .flatMap(found -> replace(
                            found, present -> true, found.progress().again(now.truncatedTo(ChronoUnit.MICROS))));
        }
    }

    @Override
    public int giveUpOlder(Instant before, Instant now, String reason) {
        synchronized (events) {
            List<EventDelivery> old = events.deliveries.stream()
                    .filter(each -> isPending(each)
                            && isFree(each, now)
                            && each.progress().since().isBefore(before))
                    .toList();
            old.forEach(each -> replace(each, present -> true, each.progress().expired(reason, now)));
            return old.size();
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        synchronized (events) {
            return events.deliveries.stream()
                    .filter(each -> isPending(each) && !isDue(each, now))
                    .map(InMemoryEventStore::nextOf)
                    .min(Comparator.naturalOrder());
        }
    }

    @Override
    public List<EventDelivery> deliveries(
            App app, @Nullable EventReceiver receiver, Instant since, long below, int most) {
        synchronized (events) {
            return of(app).filter(each -> receiver == null || each.receiver().equals(receiver))
                    .filter(each -> !each.occurredAt().isBefore(since) && each.number() < below)
                    .sorted(Comparator.comparingLong(EventDelivery::number).reversed())
                    .limit(most)
                    .toList();
        }
    }

    @Override
    public int removeOlder(Instant before) {
        synchronized (events) {
            int count = events.deliveries.size();
            events.deliveries.removeIf(each -> {
                @Nullable Instant ended = each.progress().endedAt();
                return ended != null && ended.isBefore(before);
            });
            return count - events.deliveries.size();
        }
    }
}
