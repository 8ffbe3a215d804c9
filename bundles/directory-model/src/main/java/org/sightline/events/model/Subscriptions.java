package org.sightline.events.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All subscriptions of a tenant's apps at one revision. Immutable; in order of creation.
 *
 * @param byId the subscriptions
 */
public record Subscriptions(Map<String, EventSubscription> byId) {

    private static final Comparator<EventSubscription> ORDER =
            Comparator.comparing(EventSubscription::createdAt).thenComparing(EventSubscription::id);

    /** As every tenant begins. */
    public static final Subscriptions NONE = new Subscriptions(Map.of());

    /** Takes a copy and puts it in order. */
    public Subscriptions {
        Map<String, EventSubscription> sorted = new LinkedHashMap<>();
        byId.values().stream().sorted(ORDER).forEach(each -> sorted.put(each.id(), each));
        byId = Collections.unmodifiableMap(sorted);
    }

    /** Returns these subscriptions and no others. */
    public static Subscriptions of(Collection<EventSubscription> all) {
        Map<String, EventSubscription> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.put(each.id(), each));
        return new Subscriptions(byId);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Returns one subscription; empty for an unknown id. */
    public Optional<EventSubscription> subscription(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns what a receiver subscribed to. */
    public List<EventSubscription> of(EventReceiver receiver) {
        return byId.values().stream()
                .filter(each -> each.receiver().equals(receiver))
                .toList();
    }

    /** Whether a receiver asks for an event about a thing. */
    public boolean ask(EventReceiver receiver, EventType event, String object) {
        return byId.values().stream().anyMatch(each -> each.receiver().equals(receiver) && each.asksFor(event, object));
    }

    /** Returns the subscriptions after changes, in their order. */
    public Subscriptions with(Collection<SubscriptionChange> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, EventSubscription> changed = new LinkedHashMap<>(byId);
        for (SubscriptionChange change : changes) {
            if (change instanceof SubscriptionChange.Put put) {
                changed.put(put.subscription().id(), put.subscription());
            } else if (change instanceof SubscriptionChange.Remove remove) {
                changed.remove(remove.id());
            } else if (change instanceof SubscriptionChange.RemoveAllOf remove) {
                changed.values().removeIf(remove::concerns);
            }
        }
        return new Subscriptions(changed);
    }
}
