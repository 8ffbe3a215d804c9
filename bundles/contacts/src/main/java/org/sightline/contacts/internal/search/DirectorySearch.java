package org.sightline.contacts.internal.search;

import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.VisibilityEngine;

/** The search of one tenant at one revision; gives exactly what is there at this revision, with whatever index. */
public final class DirectorySearch {

    private final TenantSearch tenant;
    private final DirectorySnapshot directory;
    private final NameOrder names;
    private final SearchFields fields;
    private volatile @Nullable Compared compared;

    DirectorySearch(TenantSearch tenant, DirectorySnapshot directory, NameOrder names) {
        this.tenant = tenant;
        this.directory = directory;
        this.names = names;
        this.fields = SearchFields.of(directory.fields());
    }

    /** Returns a piece of what a viewer finds. */
    public ContactsPage<ContactsHit> find(
            int viewer, VisibilityEngine engine, ContactsSearch search, long from, int size) {
        Finder finder = new Finder(directory, engine, fields, viewer, search);
        if (finder.isIdle()) {
            return new ContactsPage<>(java.util.List.of(), 0);
        }
        SearchIndex index = tenant.index();
        Compared with = index == null ? null : compared(index);
        return with == null || with.since == null
                ? finder.findWithout(names, from, size)
                : finder.find(with.index, with.since, from, size);
    }

    @SuppressWarnings("ReferenceEquality") // another index is compared anew
    private Compared compared(SearchIndex index) {
        Compared known = compared;
        if (known == null || known.index != index) {
            Since since = index.readsLike(directory) ? new Since(directory, index) : null;
            known = new Compared(index, since);
            compared = known;
            if (since == null) {
                tenant.unfit(index, directory, names);
            } else {
                tenant.changed(index, since.size(), directory, names);
            }
        }
        return known;
    }

    /**
     * An index held against the directory.
     *
     * @param since what is different; null when the index reads texts in another way
     */
    private record Compared(SearchIndex index, @Nullable Since since) {}
}
