package org.sightline.contacts.internal.search;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of one tenant. It is made in the background and serves until so much has changed that another one is
 * made; what has changed meanwhile is looked at one by one, so that results are exact all the time.
 */
public final class TenantSearch {

    private static final Logger LOG = LoggerFactory.getLogger(TenantSearch.class);

    /** A directory of so many members and departments is read while the first searcher waits. */
    private static final int SMALL = 2_000;

    /** So many changes are looked at one by one before another index is made. */
    private static final int MOST_CHANGES = 500;

    /** So long somebody waits for the index, or for a turn without it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Executor background;
    private final int small;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile @Nullable SearchIndex index;

    /** Starts without an index. */
    public TenantSearch(Executor background) {
        this(background, SMALL, PATIENCE);
    }

    TenantSearch(Executor background, int small, Duration patience) {
        this.background = background;
        this.small = small;
        this.patience = patience;
    }

    /** Returns the search of one directory, which has an index made when there is none yet. */
    public DirectorySearch in(DirectorySnapshot directory, NameOrder names) {
        if (index == null) {
            make(directory, names);
        }
        return new DirectorySearch(this, directory, names);
    }

    /** The index to use; null when there is none yet. */
    @Nullable
    SearchIndex index() {
        return index;
    }

    /**
     * Lets one searcher at a time go through everybody, which is what it takes without an index: many at once would
     * take from each other, and from the index that is being made, what they need.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable} when the turn does not come in time
     */
    <T> T inTurn(Supplier<T> search) {
        if (!gotTurn()) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the search is being prepared for this tenant; try again in a few seconds")
                    .exception();
        }
        try {
            return search.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean gotTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says that the index does not suit a directory at all. */
    void unfit(SearchIndex unfit, DirectorySnapshot directory, NameOrder names) {
        if (unfit.directory().revision() < directory.revision()) {
            make(directory, names);
        }
    }

    /** Says how much a directory differs from the one of the index. */
    void changed(SearchIndex used, int changes, DirectorySnapshot directory, NameOrder names) {
        if (changes > MOST_CHANGES) {
            unfit(used, directory, names);
        }
    }

    private void make(DirectorySnapshot directory, NameOrder names) {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        if (directory.memberCount() + directory.departmentCount() <= small) {
            read(directory, names);
        } else {
            background.execute(() -> read(directory, names));
        }
    }

    private void read(DirectorySnapshot directory, NameOrder names) {
        long start = System.nanoTime();
        try {
            SearchIndex made = SearchIndex.of(directory, names);
            index = made;
            LOG.info(
                    "tenant {}: read {} members and departments for the search at revision {}: {} ms, {} MiB",
                    directory.tenant().key(),
                    made.ranks().count(),
                    directory.revision(),
                    (System.nanoTime() - start) / 1_000_000,
                    made.bytes() >> 20);
        } finally {
            working.set(false);
        }
    }
}
