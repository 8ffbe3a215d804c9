package org.sightline.directory.internal.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sightline.directory.CommitListener;
import org.sightline.store.TenantCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever wants to hear of transactions; none of them can spoil one. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    void add(CommitListener listener) {
        listeners.add(listener);
    }

    void remove(CommitListener listener) {
        listeners.remove(listener);
    }

    void tell(List<TenantCommit> commits) {
        if (commits.isEmpty()) {
            return;
        }
        for (CommitListener listener : listeners) {
            try {
                listener.committed(commits);
            } catch (RuntimeException e) {
                LOG.error("{} failed to take note of a change, which holds all the same", listener.getClass(), e);
            }
        }
    }
}
