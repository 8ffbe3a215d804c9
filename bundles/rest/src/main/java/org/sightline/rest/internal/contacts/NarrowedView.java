package org.sightline.rest.internal.contacts;

import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.model.Member;
import org.sightline.trust.model.FieldGrants;

/** What a member sees, with fewer fields: those that are open to the app that looks for the member. */
record NarrowedView(ContactsView whole, FieldGrants open) implements ContactsView {

    @Override
    public boolean showsMember(int member) {
        return whole.showsMember(member);
    }

    @Override
    public Member profile(int member) {
        return open.released(whole.profile(member));
    }

    @Override
    public boolean showsField(String field) {
        return open.shows(field) && whole.showsField(field);
    }

    @Override
    public boolean showsDepartment(int department) {
        return whole.showsDepartment(department);
    }

    @Override
    public int memberCount(int department) {
        return whole.memberCount(department);
    }

    @Override
    public int[] departmentsOf(int member) {
        return whole.departmentsOf(member);
    }

    @Override
    public ContactsPage<ContactsEntry> children(int department, long from, int size) {
        return whole.children(department, from, size);
    }

    @Override
    public ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size) {
        return whole.search(search, from, size);
    }
}
