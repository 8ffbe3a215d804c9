package org.sightline.visibility.internal.across;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.trust.model.TrustState;

/** The sight of one tenant's members into another tenant: the last used, and a few others for readers of older states. */
final class PairSights {

    private static final int OLDER_ONES = 4;

    private final Deque<Made> older = new ArrayDeque<>();
    private volatile @Nullable Made last;

    /** Returns what answers for two snapshots; the same object for as long as nothing is different. */
    CompiledAcross of(TenantSnapshot own, TenantSnapshot partner) {
        Made made = last;
        return made != null && made.fits(own, partner) ? made.sight : make(own, partner);
    }

    private synchronized CompiledAcross make(TenantSnapshot own, TenantSnapshot partner) {
        Made present = last;
        if (present != null && present.fits(own, partner)) {
            return present.sight;
        }
        Made wanted = null;
        for (Made candidate : older) {
            if (candidate.fits(own, partner)) {
                wanted = candidate;
            }
        }
        if (wanted == null) {
            CompiledAcross sight = CompiledAcross.of(own, partner, present == null ? null : present.sight);
            wanted = new Made(own.directory(), own.trust(), partner.directory(), partner.trust(), sight);
        } else {
            older.remove(wanted);
        }
        if (present != null) {
            older.addFirst(present);
        }
        if (older.size() > OLDER_ONES) {
            older.removeLast();
        }
        last = wanted;
        return wanted.sight;
    }

    /** A sight and what it was made from. Each is equal only to itself. */
    private static final class Made {

        private final DirectorySnapshot own;
        private final TrustState ownTrust;
        private final DirectorySnapshot partner;
        private final TrustState partnerTrust;
        private final CompiledAcross sight;

        Made(
                DirectorySnapshot own,
                TrustState ownTrust,
                DirectorySnapshot partner,
                TrustState partnerTrust,
                CompiledAcross sight) {
            this.own = own;
            this.ownTrust = ownTrust;
            this.partner = partner;
            this.partnerTrust = partnerTrust;
            this.sight = sight;
        }

        /** Whether the sight is the one for these snapshots; the same content in other objects does not count. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(TenantSnapshot otherOwn, TenantSnapshot otherPartner) {
            return own == otherOwn.directory()
                    && partner == otherPartner.directory()
                    && ownTrust == otherOwn.trust()
                    && partnerTrust == otherPartner.trust();
        }
    }
}
