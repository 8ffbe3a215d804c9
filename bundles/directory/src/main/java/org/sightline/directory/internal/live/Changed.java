package org.sightline.directory.internal.live;

import java.util.List;
import org.sightline.directory.Committed;
import org.sightline.store.TenantCommit;

/**
 * A change that was made, with the transaction that made it; no commit when nothing had to change.
 */
record Changed<T>(Committed<T> result, List<TenantCommit> commits) {

    static <T> Changed<T> nothing(T result, long revision) {
        return new Changed<>(new Committed<>(result, revision), List.of());
    }
}
