package org.sightline.contacts.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.sightline.contacts.internal.order.DisplayOrders;
import org.sightline.contacts.internal.search.TenantSearch;
import org.sightline.contacts.internal.tree.ContactsTree;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.DirectorySight;
import org.sightline.visibility.model.DisplayOrder;

/** What is kept of one tenant: its directory, read, and its tree for the members of each tenant that looks at it. */
final class ReadTenant {

    private final TenantSearch search;
    private final Recent<ReadDirectory> directories = new Recent<>();
    private final ConcurrentMap<TenantKey, Recent<Planted>> trees = new ConcurrentHashMap<>();

    ReadTenant(Executor background) {
        this.search = new TenantSearch(background);
    }

    ReadDirectory directory(DirectorySnapshot directory) {
        return directories.of(read -> read.isOf(directory), before -> ReadDirectory.of(directory, before, search));
    }

    /**
     * Returns the tree.
     *
     * @param lookers whose members look at it
     * @param sight   what these see
     * @param shown   the tenant itself
     * @param read    made of its directory
     */
    ContactsTree tree(TenantKey lookers, DirectorySight sight, TenantSnapshot shown, ReadDirectory read) {
        Recent<Planted> planted = trees.get(lookers);
        if (planted == null) {
            planted = trees.computeIfAbsent(lookers, unseen -> new Recent<>());
        }
        DisplayOrder order = shown.policy().displayOrder();
        return planted.of(
                        tree -> tree.fits(sight, read.orders(), order),
                        before -> new Planted(
                                sight,
                                read.orders(),
                                order,
                                new ContactsTree(shown.directory(), sight, read.orders(), order)))
                .tree;
    }

    /** Forgets who no longer looks. */
    void keepTreesFor(Predicate<TenantKey> lookers) {
        trees.keySet().removeIf(lookers.negate());
    }

    /** A tree and what it was made of. */
    private record Planted(DirectorySight sight, DisplayOrders orders, DisplayOrder order, ContactsTree tree) {

        /** A sight is replaced when anything it was made of is, and so are the orders. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(DirectorySight otherSight, DisplayOrders otherOrders, DisplayOrder otherOrder) {
            return sight == otherSight && orders == otherOrders && order == otherOrder;
        }
    }
}
