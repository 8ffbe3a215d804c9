package org.sightline.rest.internal.notifications;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Sessions;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.Inbox;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * The open streams of this server. None holds a thread: a few threads serve whoever has something to get, and a beat now
 * and then keeps connections alive and finds out who is gone.
 */
final class CardStreams implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int BEAT_SECONDS = 15;
    private static final int MOST_OF_A_CALLER = 5;
    private static final int MOST = 2000;

    private final Sessions sessions;
    private final Snapshots snapshots;
    private final Set<CardStream> open = new HashSet<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, CardStreams::thread);
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(CardStreams::thread);

    CardStreams(Sessions sessions, Snapshots snapshots) {
        this.sessions = sessions;
        this.snapshots = snapshots;
        var unused = beat.scheduleWithFixedDelay(
                () -> all().forEach(CardStream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sightline-card-stream");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Who reads a stream.
     *
     * @param tenant whose cards
     * @param user   who
     * @param token  proves it, as long as it does
     */
    record Reader(TenantKey tenant, UserId user, String token) {

        boolean isSameAs(Reader other) {
            return tenant.equals(other.tenant) && user.equals(other.user);
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Reader[" + tenant + ", " + user + "]";
        }
    }

    /**
     * The way to the reader.
     *
     * @param sink takes events
     * @param sse  makes events
     */
    record Line(SseEventSink sink, Sse sse) {}

    /**
     * Opens a stream that goes on after a card.
     *
     * @param lastEvent the last card the reader has; null, or one that is not theirs, for those to come
     * @throws ProblemException {@code rate_limited} when the reader has too many open
     */
    void open(Inbox inbox, Reader reader, @Nullable String lastEvent, Line line) {
        OptionalLong known =
                lastEvent == null ? OptionalLong.empty() : inbox.number(reader.tenant(), reader.user(), lastEvent);
        long last = known.isPresent() ? known.getAsLong() : inbox.newestNumber(reader.tenant());
        CardStream stream = new CardStream(
                inbox,
                () -> snapshots.current(reader.tenant()),
                new Proof(sessions, reader),
                line,
                last,
                writers,
                this::remove);
        add(stream, reader);
        stream.begin();
    }

    private synchronized void add(CardStream stream, Reader reader) {
        long ofReader =
                open.stream().filter(other -> other.reader().isSameAs(reader)).count();
        if (ofReader >= MOST_OF_A_CALLER || open.size() >= MOST) {
            throw Problem.of(
                            ProblemKind.RATE_LIMITED,
                            Codes.RATE_LIMITED,
                            "you have " + ofReader + " streams open, of " + MOST_OF_A_CALLER
                                    + " that are allowed, or the server has as many as it can; close one")
                    .with("retry_after", BEAT_SECONDS)
                    .exception();
        }
        open.add(stream);
    }

    synchronized int count() {
        return open.size();
    }

    private synchronized void remove(CardStream stream) {
        open.remove(stream);
    }

    private synchronized List<CardStream> all() {
        return new ArrayList<>(open);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        beat.shutdownNow();
        all().forEach(CardStream::over);
        writers.shutdownNow();
    }
}
