package org.sightline.resources.internal.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.apps.model.AppChange;
import org.sightline.directory.CommitListener;
import org.sightline.store.EventStore.App;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;

/**
 * Rings when a transaction of this server brought events, or changed an app that may have become reachable. Needs nobody,
 * since whoever makes the commits waits for none of us and most of us wait for them.
 */
@Component(service = {CommitListener.class, EventBell.class})
public final class EventBell implements CommitListener {

    private final Set<Runnable> forEvents = new CopyOnWriteArraySet<>();
    private final Set<Consumer<App>> forApps = new CopyOnWriteArraySet<>();

    /** Creates a bell that nobody hears. */
    @Activate
    public EventBell() {}

    /** Tells somebody of events and of apps that changed, until the returned action runs; they must return at once. */
    public Runnable hear(Runnable events, Consumer<App> apps) {
        forEvents.add(events);
        forApps.add(apps);
        return () -> {
            forEvents.remove(events);
            forApps.remove(apps);
        };
    }

    @Override
    public void committed(List<TenantCommit> commits) {
        for (TenantCommit commit : commits) {
            for (StateChange change : commit.changes()) {
                if (change instanceof StateChange.ChangeApps of && of.change() instanceof AppChange.PutApp put) {
                    App app = new App(commit.tenant(), put.app().id());
                    forApps.forEach(hearer -> hearer.accept(app));
                }
            }
            if (!commit.events().isEmpty()) {
                forEvents.forEach(Runnable::run);
            }
        }
    }
}
