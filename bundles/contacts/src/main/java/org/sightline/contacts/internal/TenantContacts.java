package org.sightline.contacts.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.internal.order.DisplayOrders;
import org.sightline.contacts.internal.search.DirectorySearch;
import org.sightline.contacts.internal.search.TenantSearch;
import org.sightline.contacts.internal.tree.ContactsTree;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.VisibilityEngine;

/** What is kept of one tenant: the newest state, and the last few before for readers who page through them. */
final class TenantContacts {

    private static final int OLDER_ONES = 4;

    private final TenantSearch search;
    private volatile @Nullable Prepared newest;
    private final Deque<Prepared> older = new ArrayDeque<>();

    TenantContacts(Executor background) {
        this.search = new TenantSearch(background);
    }

    /** Returns the state's preparation, the same one for as long as it is kept. */
    Prepared of(TenantSnapshot snapshot, VisibilityEngine engine) {
        Prepared present = newest;
        return present != null && present.fits(snapshot, engine) ? present : prepare(snapshot, engine);
    }

    private synchronized Prepared prepare(TenantSnapshot snapshot, VisibilityEngine engine) {
        Prepared present = newest;
        if (present != null && present.fits(snapshot, engine)) {
            return present;
        }
        for (Prepared candidate : older) {
            if (candidate.fits(snapshot, engine)) {
                return candidate;
            }
        }
        Prepared made = make(present, snapshot, engine);
        if (present == null || present.snapshot.revision() <= snapshot.revision()) {
            newest = made;
            if (present != null) {
                keep(present);
            }
        } else {
            keep(made);
        }
        return made;
    }

    private Prepared make(@Nullable Prepared before, TenantSnapshot snapshot, VisibilityEngine engine) {
        DirectorySnapshot directory = snapshot.directory();
        boolean kept = before != null && before.snapshot.directory().sameContentAs(directory);
        DisplayOrders orders;
        if (before == null) {
            orders = DisplayOrders.of(directory);
        } else {
            orders = kept ? before.orders : before.orders.in(directory);
        }
        DirectorySearch searched = before != null && kept ? before.search : search.in(directory, orders.names());
        ContactsTree tree =
                new ContactsTree(directory, engine, orders, snapshot.policy().displayOrder());
        return new Prepared(snapshot, engine, orders, tree, searched);
    }

    private void keep(Prepared prepared) {
        older.addFirst(prepared);
        if (older.size() > OLDER_ONES) {
            older.removeLast();
        }
    }

    /**
     * A state and what was made of it.
     *
     * @param snapshot the state
     * @param engine   who decides in it
     * @param orders   how things stand
     * @param tree     what is shown
     * @param search   what is found
     */
    record Prepared(
            TenantSnapshot snapshot,
            VisibilityEngine engine,
            DisplayOrders orders,
            ContactsTree tree,
            DirectorySearch search) {

        /** Whether this was made of exactly these; an engine is replaced when its snapshot or a main rule is. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(TenantSnapshot other, VisibilityEngine deciding) {
            return engine == deciding
                    && snapshot.directory() == other.directory()
                    && snapshot.policy() == other.policy();
        }
    }
}
