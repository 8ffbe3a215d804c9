package org.sightline.contacts.internal;

import org.jspecify.annotations.Nullable;
import org.sightline.contacts.internal.order.DisplayOrders;
import org.sightline.contacts.internal.search.DirectorySearch;
import org.sightline.contacts.internal.search.TenantSearch;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * What is made of one directory whoever looks at it.
 *
 * @param directory at one revision
 * @param orders    how things stand
 * @param search    what is found
 */
record ReadDirectory(DirectorySnapshot directory, DisplayOrders orders, DirectorySearch search) {

    static ReadDirectory of(DirectorySnapshot directory, @Nullable ReadDirectory before, TenantSearch search) {
        if (before != null && before.directory.sameContentAs(directory)) {
            return new ReadDirectory(directory, before.orders, before.search);
        }
        DisplayOrders orders = before == null ? DisplayOrders.of(directory) : before.orders.in(directory);
        return new ReadDirectory(directory, orders, search.in(directory, orders.names()));
    }

    /** Whether this was made of exactly this directory; the same content in another object does not count. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(DirectorySnapshot other) {
        return directory == other;
    }
}
