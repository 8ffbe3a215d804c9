package org.sightline.visibility.internal.range;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.RangeSight;

/** The data ranges of all tenants that an app has been read for, each worked out once for a directory. */
public final class RangeSights {

    /** So many are kept of a tenant: the ranges of the apps that are at work, for a state or two each. */
    private static final int KEPT = 16;

    private final ConcurrentMap<TenantKey, Recent> tenants = new ConcurrentHashMap<>();

    /** Returns what a range reaches in exactly this directory. */
    public RangeSight of(DirectorySnapshot directory, DataRange range) {
        TenantKey key = directory.tenant().key();
        Recent recent = tenants.get(key);
        if (recent == null) {
            recent = tenants.computeIfAbsent(key, unseen -> new Recent());
        }
        return recent.of(directory, range);
    }

    /** Forgets tenants that are gone. */
    public void keepOnly(Set<TenantKey> present) {
        tenants.keySet().retainAll(present);
    }

    /** Those of one tenant, the last used first. */
    private static final class Recent {

        private final Deque<Made> others = new ArrayDeque<>();
        private volatile @Nullable Made last;

        RangeSight of(DirectorySnapshot directory, DataRange range) {
            Made made = last;
            return made != null && made.fits(directory, range) ? made.sight : find(directory, range);
        }

        private synchronized RangeSight find(DirectorySnapshot directory, DataRange range) {
            Made present = last;
            if (present != null && present.fits(directory, range)) {
                return present.sight;
            }
            Made wanted = others.stream()
                    .filter(made -> made.fits(directory, range))
                    .findFirst()
                    .orElse(null);
            if (wanted == null) {
                wanted = new Made(directory, range, new ReachedRange(directory, range));
            } else {
                others.remove(wanted);
            }
            if (present != null) {
                others.addFirst(present);
            }
            if (others.size() >= KEPT) {
                others.removeLast();
            }
            last = wanted;
            return wanted.sight;
        }
    }

    /** A sight and what it was made of. Each is equal only to itself. */
    private static final class Made {

        private final DirectorySnapshot directory;
        private final DataRange range;
        private final RangeSight sight;

        Made(DirectorySnapshot directory, DataRange range, RangeSight sight) {
            this.directory = directory;
            this.range = range;
            this.sight = sight;
        }

        /** Whether the sight is the one for these; numbers are the same where nothing that rules look at is different. */
        boolean fits(DirectorySnapshot other, DataRange otherRange) {
            return (directory.sameContentAs(other) || other.sameContentAs(directory)) && range.equals(otherRange);
        }
    }
}
