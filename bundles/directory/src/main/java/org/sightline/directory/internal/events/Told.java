package org.sightline.directory.internal.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sightline.apps.model.DataRange;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;

/** Collects what one receiver is to be told of one change, as far as it asks for it. */
final class Told {

    private final EventReceiver receiver;
    private final DataRange range;
    private final List<EventSubscription> subscriptions;
    private final Instant at;
    private final Map<EventType, List<String>> objects = new EnumMap<>(EventType.class);

    Told(EventReceiver receiver, DataRange range, List<EventSubscription> subscriptions, Instant at) {
        this.receiver = receiver;
        this.range = range;
        this.subscriptions = subscriptions;
        this.at = at;
    }

    /** Whether the receiver asks for anything about a sort of thing. */
    boolean asks(EventType.Subject subject) {
        return subscriptions.stream().anyMatch(each -> each.event().subject() == subject);
    }

    /**
     * Takes in that a thing is different.
     *
     * @param was whether it was there for the receiver before
     * @param is  whether it is there now
     */
    void of(EventType.Subject subject, String object, boolean was, boolean is) {
        if (!was && !is) {
            return;
        }
        EventType.Step step = !was ? EventType.Step.CREATED : is ? EventType.Step.UPDATED : EventType.Step.DELETED;
        EventType event = EventType.of(subject, step);
        if (subscriptions.stream().anyMatch(each -> each.asksFor(event, object))) {
            objects.computeIfAbsent(event, unseen -> new ArrayList<>()).add(object);
        }
    }

    /** Returns what was collected, in pieces that are not too large. */
    List<Occurrence> occurrences() {
        List<Occurrence> pieces = new ArrayList<>();
        objects.forEach((event, all) -> {
            DataRange then = event.subject() == EventType.Subject.RESOURCE ? DataRange.NOBODY : range;
            for (int from = 0; from < all.size(); from += Occurrence.MOST_OBJECTS) {
                int to = Math.min(all.size(), from + Occurrence.MOST_OBJECTS);
                pieces.add(new Occurrence(receiver, event, all.subList(from, to), at, then));
            }
        });
        return pieces;
    }
}
