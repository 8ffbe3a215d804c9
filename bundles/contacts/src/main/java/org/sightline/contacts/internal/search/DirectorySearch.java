package org.sightline.contacts.internal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.trust.model.FieldGrants;
import org.sightline.visibility.DirectorySight;

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

    /** Returns a piece of what a viewer finds in the own tenant. */
    public ContactsPage<ContactsHit> find(
            int viewer, DirectorySight sight, ContactsSearch search, long from, int size) {
        return find(viewer, sight, Asked.inside(fields, search), from, size);
    }

    /**
     * Returns a piece of what a viewer finds in a trusted tenant.
     *
     * @param sight  whom the viewer may find there
     * @param grants by which fields
     */
    public ContactsPage<ContactsHit> findAcross(
            int viewer, DirectorySight sight, FieldGrants grants, ContactsSearch search, long from, int size) {
        return find(viewer, sight, Asked.across(fields, search, grants), from, size);
    }

    /** Whether a viewer finds one member of a trusted tenant. */
    public boolean findsAcross(
            int viewer, DirectorySight sight, FieldGrants grants, ContactsSearch search, int member) {
        Asked asked = Asked.across(fields, search, grants);
        return !asked.isIdle() && new Finder(directory, sight, fields, viewer, asked).finds(member);
    }

    private ContactsPage<ContactsHit> find(int viewer, DirectorySight sight, Asked asked, long from, int size) {
        if (asked.isIdle()) {
            return new ContactsPage<>(List.of(), 0);
        }
        Finder finder = new Finder(directory, sight, fields, viewer, asked);
        ContactsPage<ContactsHit> found = findByIndex(finder, from, size);
        if (found != null) {
            return found;
        }
        return tenant.inTurn(() -> {
            // By now there may be an index.
            ContactsPage<ContactsHit> late = findByIndex(finder, from, size);
            return late != null ? late : finder.findWithout(names, from, size);
        });
    }

    /** Returns what the index leads to; null when there is none that suits. */
    private @Nullable ContactsPage<ContactsHit> findByIndex(Finder finder, long from, int size) {
        SearchIndex index = tenant.index();
        if (index == null) {
            return null;
        }
        Compared with = compared(index);
        return with.since == null ? null : finder.find(with.index, with.since, from, size);
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
