package org.sightline.storage.internal.news;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * News of this server that wait to be sent. They are sent after the transaction they tell of and apart from it: PostgreSQL
 * lets transactions that carry news commit only one after the other, each waiting for the disk.
 */
public final class Outbox {

    /** Nobody collects them at the moment, the database is away perhaps; others look for themselves. */
    private static final int MOST = 10_000;

    private final Set<News> waiting = new LinkedHashSet<>();
    private @Nullable Runnable collector;

    /** Sets who comes for the news when there are some; null for nobody, and then none are kept. */
    public synchronized void collectedBy(@Nullable Runnable whoever) {
        collector = whoever;
        waiting.clear();
    }

    /** Puts news in; the same news that wait already are sent once. */
    public void add(News news) {
        @Nullable Runnable called;
        synchronized (this) {
            called = collector;
            if (called == null || waiting.size() >= MOST) {
                return;
            }
            boolean first = waiting.isEmpty();
            waiting.add(news);
            if (!first) {
                return;
            }
        }
        called.run();
    }

    /** Takes everything out. */
    public synchronized List<News> collect() {
        List<News> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
