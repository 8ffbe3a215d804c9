package org.sightline.contacts.internal;

import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.internal.tree.ContactsTree;
import org.sightline.directory.model.Member;
import org.sightline.visibility.DirectorySight;

/** A member's own organisation: one sight for the tree, the profiles and the search, and whole profiles. */
record InsideView(int viewer, DirectorySight sight, ContactsTree tree, ReadDirectory read) implements ContactsView {

    @Override
    public boolean showsMember(int member) {
        return sight.sees(viewer, member);
    }

    @Override
    public Member profile(int member) {
        return read.directory().member(member);
    }

    @Override
    public boolean showsField(String field) {
        return true;
    }

    @Override
    public boolean showsDepartment(int department) {
        return tree.shows(viewer, department);
    }

    @Override
    public int memberCount(int department) {
        return sight.countVisibleIn(viewer, department);
    }

    @Override
    public int[] departmentsOf(int member) {
        return tree.departmentsOf(viewer, member);
    }

    @Override
    public ContactsPage<ContactsEntry> children(int department, long from, int size) {
        return tree.children(viewer, department, from, size);
    }

    @Override
    public ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size) {
        return read.search().find(viewer, sight, search, from, size);
    }
}
