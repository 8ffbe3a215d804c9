package org.sightline.storage.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.news.Letter;
import org.sightline.storage.internal.news.News;
import org.sightline.store.StoreListener;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other servers on the same database what this one did, and this one what they did (docs/storage.md, "Several
 * servers"). News travel by PostgreSQL's {@code notify}; whatever gets lost on the way is found by looking again. With a
 * database of this server's own there is nobody to talk to.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sightline.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Newsroom {

    private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

    private final Database database;
    private final String ownName = UUID.randomUUID().toString();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable ScheduledExecutorService desk;
    private final @Nullable NewsWire wire;

    /** Begins to talk and to listen, if somebody else can be there. */
    @Activate
    public Newsroom(@Reference(name = "database") Database database, StorageSettings settings) {
        this(database, settings.look_again_millis());
    }

    Newsroom(Database database, long lookAgainMillis) {
        this.database = database;
        if (!database.isShared()) {
            desk = null;
            wire = null;
            return;
        }
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "sightline-newsroom");
            made.setDaemon(true);
            return made;
        });
        desk = thread;
        wire = new NewsWire(database, this::heard, () -> soon(thread, this::lookAgain));
        database.outbox().collectedBy(() -> soon(thread, this::send));
        var unused =
                thread.scheduleWithFixedDelay(this::lookAgain, lookAgainMillis, lookAgainMillis, TimeUnit.MILLISECONDS);
    }

    /** Adds somebody who keeps something in memory. */
    @Reference(
            service = StoreListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addListener(StoreListener listener) {
        listeners.add(listener);
    }

    /** Takes them away again. */
    public void removeListener(StoreListener listener) {
        listeners.remove(listener);
    }

    private static void soon(ScheduledExecutorService desk, Runnable work) {
        try {
            desk.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("closed; the other servers will look for themselves", stopping);
        }
    }

    private void send() {
        List<String> letters = database.outbox().collect().stream()
                .map(news -> new Letter(ownName, news).text())
                .toList();
        try {
            NewsWire.send(database, letters);
        } catch (StoreUnavailableException | IllegalStateException lost) {
            LOG.debug("{} news are lost; the other servers will look for themselves", letters.size(), lost);
        }
    }

    private void heard(String text) {
        Letter.parse(text).filter(letter -> !letter.sender().equals(ownName)).ifPresent(letter -> tell(letter.news()));
    }

    private void tell(News news) {
        toEach(news::tell);
    }

    private void lookAgain() {
        toEach(StoreListener::lookAgain);
    }

    private void toEach(Consumer<StoreListener> call) {
        for (StoreListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (StoreUnavailableException later) {
                LOG.debug("{} looks again when the database is back", listener.getClass(), later);
            } catch (RuntimeException failure) {
                // Thrown on, it would end the looking for good.
                LOG.error("{} failed to take in what other servers did", listener.getClass(), failure);
            }
        }
    }

    @Deactivate
    void stop() {
        database.outbox().collectedBy(null);
        if (wire != null) {
            wire.close();
        }
        if (desk != null) {
            desk.shutdownNow();
        }
    }
}
