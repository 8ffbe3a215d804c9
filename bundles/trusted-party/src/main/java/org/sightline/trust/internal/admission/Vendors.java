package org.sightline.trust.internal.admission;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sightline.plugins.PolicyInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one kind that vendors offer right now, the highest ranking first. One that fails is put aside until
 * its service is replaced.
 *
 * @param <T> the kind
 */
final class Vendors<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Vendors.class);

    private final List<Offered<T>> offered = new CopyOnWriteArrayList<>();

    /** Takes a service in. */
    synchronized void add(T service, Map<String, ?> properties) {
        offered.add(new Offered<>(Rank.of(properties), service));
        List<Offered<T>> sorted =
                offered.stream().sorted(Comparator.comparing(each -> each.rank)).toList();
        offered.clear();
        offered.addAll(sorted);
    }

    /** Takes a service out. */
    @SuppressWarnings("ReferenceEquality")
    synchronized void remove(T service) {
        offered.removeIf(each -> each.service == service);
    }

    /** Returns all, those put aside included. */
    synchronized Collection<Offered<T>> all() {
        return List.copyOf(offered);
    }

    /** A service and whether it has failed. */
    static final class Offered<T> {

        private final Rank rank;
        final T service;
        private volatile @Nullable String failure;

        private Offered(Rank rank, T service) {
            this.rank = rank;
            this.service = service;
        }

        /** Returns what the service is called. */
        String name() {
            return service.getClass().getName();
        }

        /** Returns how it fares, as the operator sees it. */
        PolicyInfo info(PolicyInfo.Kind kind) {
            String why = failure;
            return PolicyInfo.of(kind, name(), rank.service(), why == null ? "" : why);
        }

        /** Returns why the service is put aside; null while it is not. */
        @Nullable
        String failure() {
            return failure;
        }

        /** Puts the service aside. */
        void putAside(VendorCalls.VendorFailure why, String meanwhile) {
            failure = why.getMessage();
            LOG.error("{} {}; it is put aside until its bundle is replaced, and {}", name(), failure, meanwhile, why);
        }
    }
}
