package org.sightline.contacts;

import java.util.List;

/**
 * A piece of a list.
 *
 * @param <T>     what is in the list
 * @param entries in order
 * @param next    where the list goes on; 0 when nothing follows
 */
public record ContactsPage<T>(List<T> entries, long next) {

    /** Takes a copy of the list. */
    public ContactsPage {
        entries = List.copyOf(entries);
    }

    /** Whether another piece follows. */
    public boolean hasMore() {
        return next > 0;
    }
}
