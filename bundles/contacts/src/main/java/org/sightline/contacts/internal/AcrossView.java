package org.sightline.contacts.internal;

import java.util.Arrays;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.internal.tree.ContactsTree;
import org.sightline.directory.model.Member;
import org.sightline.visibility.SightAcross;

/**
 * A trusted organisation: the tree shows whom the viewer browses, the search whom they find, a profile opens for either
 * and has the fields that the partner releases (docs/concepts.md, "Sight across a trust").
 */
record AcrossView(int viewer, SightAcross sight, ContactsTree tree, ReadDirectory read) implements ContactsView {

    @Override
    public boolean showsMember(int member) {
        return sight.browses(viewer, member) || sight.finds(viewer, member);
    }

    @Override
    public Member profile(int member) {
        return sight.fields().released(read.directory().member(member));
    }

    @Override
    public boolean showsField(String field) {
        return sight.fields().shows(field);
    }

    @Override
    public boolean showsDepartment(int department) {
        return tree.shows(viewer, department);
    }

    @Override
    public int memberCount(int department) {
        return sight.structure().countVisibleIn(viewer, department);
    }

    @Override
    public int[] departmentsOf(int member) {
        return Arrays.stream(read.directory().departmentsOf(member))
                .filter(department -> sight.structure().seesDepartment(viewer, department)
                        || sight.findable().seesDepartment(viewer, department))
                .toArray();
    }

    @Override
    public ContactsPage<ContactsEntry> children(int department, long from, int size) {
        return tree.children(viewer, department, from, size);
    }

    @Override
    public ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size) {
        return read.search().findAcross(viewer, sight.findable(), sight.fields(), search, from, size);
    }

    /** Whether a search finds a member. */
    boolean finds(ContactsSearch search, int member) {
        return read.search().findsAcross(viewer, sight.findable(), sight.fields(), search, member);
    }
}
