package org.sightline.rest.internal.notifications;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.Json;
import org.sightline.json.NotificationJson;
import org.sightline.notifications.Inbox;
import org.sightline.notifications.Notification;
import org.sightline.problem.ProblemException;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Whoever has news for it wakes it; one thread at a time then sends what the reader does not have, in
 * order, after making sure that the reader may still read.
 */
final class CardStream implements Inbox.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(CardStream.class);
    private static final int PIECE = 100;
    private static final long RECONNECT_MILLIS = 3000;

    private final Inbox inbox;
    private final Supplier<TenantSnapshot> tenant;
    private final Proof proof;
    private final CardStreams.Line line;
    private final Executor writers;
    private final Consumer<CardStream> whenOver;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean beatIsDue = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Inbox.@Nullable Watch watch;
    private long last;

    /**
     * Prepares a stream.
     *
     * @param last     number of the last card the reader has
     * @param writers  whose threads send
     * @param whenOver told once, at the end
     */
    CardStream(
            Inbox inbox,
            Supplier<TenantSnapshot> tenant,
            Proof proof,
            CardStreams.Line line,
            long last,
            Executor writers,
            Consumer<CardStream> whenOver) {
        this.inbox = inbox;
        this.tenant = tenant;
        this.proof = proof;
        this.line = line;
        this.last = last;
        this.writers = writers;
        this.whenOver = whenOver;
    }

    CardStreams.Reader reader() {
        return proof.reader();
    }

    /** Greets the reader, so that the answer's head goes out at once, and begins to wait. */
    void begin() {
        send(line.sse()
                .newEventBuilder()
                .comment("connected")
                .reconnectDelay(RECONNECT_MILLIS)
                .build());
        watch = inbox.watch(reader().tenant(), this);
        if (ended.get()) {
            closeWatch();
        }
        somethingNew();
    }

    /** Sends a sign of life. */
    void beat() {
        beatIsDue.set(true);
        somethingNew();
    }

    @Override
    public void somethingNew() {
        if (calls.getAndIncrement() == 0) {
            try {
                writers.execute(this::serve);
            } catch (RejectedExecutionException stopping) {
                over();
            }
        }
    }

    private void serve() {
        int served;
        do {
            served = calls.get();
            if (!ended.get()) {
                sendWhatIsNew();
            }
        } while (!calls.compareAndSet(served, 0));
    }

    private void sendWhatIsNew() {
        try {
            Proof.State state = proof.now();
            if (state == Proof.State.FAILS) {
                over();
            } else if (state == Proof.State.HOLDS) {
                sendCards();
            }
            if (beatIsDue.getAndSet(false) && !ended.get()) {
                send(line.sse().newEventBuilder().comment("alive").build());
            }
        } catch (ProblemException | StoreUnavailableException away) {
            LOG.debug("a stream waits until its cards can be read again", away);
        } catch (RuntimeException failure) {
            LOG.warn("a stream of tenant {} ended", reader().tenant(), failure);
            over();
        }
    }

    private void sendCards() {
        List<Notification> cards;
        do {
            cards = inbox.after(tenant.get(), reader().user(), last, PIECE);
            for (Notification card : cards) {
                if (!send(event(card))) {
                    return;
                }
                last = card.number();
            }
        } while (cards.size() == PIECE);
    }

    private OutboundSseEvent event(Notification card) {
        return line.sse()
                .newEventBuilder()
                .name("notification")
                .id(card.id())
                .data(String.class, Json.text(NotificationJson.of(card)))
                .build();
    }

    /** Sends an event; a reader who is gone ends the stream. */
    private boolean send(OutboundSseEvent event) {
        boolean sent = !line.sink().isClosed()
                && !line.sink().send(event).toCompletableFuture().isCompletedExceptionally();
        if (!sent) {
            over();
        }
        return sent;
    }

    @Override
    public void over() {
        if (ended.compareAndSet(false, true)) {
            closeWatch();
            whenOver.accept(this);
            try {
                line.sink().close();
            } catch (RuntimeException alreadyGone) {
                LOG.debug("a stream's connection was gone before its end", alreadyGone);
            }
        }
    }

    private void closeWatch() {
        Inbox.Watch open = watch;
        if (open != null) {
            open.close();
        }
    }
}
