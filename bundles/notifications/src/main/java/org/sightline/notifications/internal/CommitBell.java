package org.sightline.notifications.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.CommitListener;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.StoreListener;
import org.sightline.store.TenantCommit;

/**
 * Rings when a transaction, of this server or another one, brought cards. Needs nobody, since whoever makes the commits waits for none of
 * us and most of us wait for them.
 */
@Component(service = {CommitListener.class, StoreListener.class, CommitBell.class})
public final class CommitBell implements CommitListener, StoreListener {

    private final Set<Consumer<TenantKey>> hearers = new CopyOnWriteArraySet<>();

    /** Creates a bell that nobody hears. */
    @Activate
    public CommitBell() {}

    /** Tells somebody which tenant has new cards, until the returned action runs; the hearer must return at once. */
    public Runnable hear(Consumer<TenantKey> hearer) {
        hearers.add(hearer);
        return () -> hearers.remove(hearer);
    }

    /** Rings for a tenant. */
    public void ring(TenantKey tenant) {
        hearers.forEach(hearer -> hearer.accept(tenant));
    }

    @Override
    public void cardsWritten(TenantKey tenant) {
        ring(tenant);
    }

    @Override
    public void committed(List<TenantCommit> commits) {
        for (TenantCommit commit : commits) {
            if (!commit.notices().isEmpty()) {
                ring(commit.tenant());
            }
        }
    }
}
