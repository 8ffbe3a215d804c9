package org.sightline.testkit.store;

import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.Occurrence;
import org.sightline.store.EventStore.Waiting;

/** The events of all tenants, which several stores look at; whoever touches the lists holds the lock of this. */
final class InMemoryEvents {

    final List<Waiting> waiting = new ArrayList<>();
    final List<EventDelivery> deliveries = new ArrayList<>();
    private long last;

    synchronized void add(TenantKey tenant, long revision, List<Occurrence> occurrences) {
        occurrences.forEach(occurrence -> waiting.add(new Waiting(tenant, ++last, revision, occurrence)));
    }

    synchronized void drop(TenantKey tenant) {
        waiting.removeIf(each -> each.tenant().equals(tenant));
        deliveries.removeIf(each -> each.tenant().equals(tenant));
    }
}
