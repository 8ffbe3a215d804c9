package org.sightline.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sightline.communication.Peer;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsFound;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsReach;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.trust.model.FieldGrants;

/** Contacts in which everybody active is seen by everybody, from outside when everyone is shared. */
final class FakeContacts implements Contacts {

    @Override
    public ContactsView view(TenantSnapshot snapshot, int viewer) {
        return new View(snapshot.directory(), FieldGrants.NAME_ONLY, true);
    }

    @Override
    public ContactsView partner(TenantSnapshot own, TenantSnapshot partner, int viewer) {
        var key = own.directory().tenant().key();
        boolean all = partner.trust().party(key).orElseThrow().share().all();
        FieldGrants fields = partner.trust().permissionsFor(key).orElseThrow().fields();
        return new View(partner.directory(), fields, all);
    }

    @Override
    public ContactsPage<ContactsFound> search(ContactsReach reach, ContactsSearch search, long from, int size) {
        List<ContactsFound> all = new ArrayList<>();
        gather(view(reach.own(), reach.viewer()), 0, search, all);
        for (int side = 1; side <= reach.partners().size(); side++) {
            gather(partner(reach.own(), reach.partners().get(side - 1), reach.viewer()), side, search, all);
        }
        if (from + size >= all.size()) {
            for (Peer peer : reach.peers().get()) {
                all.add(new ContactsFound.Elsewhere(peer));
            }
        }
        int end = (int) Math.min(all.size(), from + size);
        return new ContactsPage<>(all.subList((int) from, end), end < all.size() ? end : 0);
    }

    private static void gather(ContactsView view, int side, ContactsSearch search, List<ContactsFound> all) {
        view.search(search, 0, 500).entries().forEach(hit -> all.add(new ContactsFound.InTenant(view, side, hit)));
    }

    private record View(DirectorySnapshot directory, FieldGrants fields, boolean shown) implements ContactsView {

        private int[] members() {
            return IntStream.range(0, directory.memberCount())
                    .filter(this::showsMember)
                    .toArray();
        }

        @Override
        public boolean showsMember(int member) {
            return shown && directory.isActive(member);
        }

        @Override
        public Member profile(int member) {
            return fields.released(directory.member(member));
        }

        @Override
        public boolean showsField(String field) {
            return fields.shows(field);
        }

        @Override
        public boolean showsDepartment(int department) {
            return true;
        }

        @Override
        public int memberCount(int department) {
            return members().length;
        }

        @Override
        public int[] departmentsOf(int member) {
            return new int[] {0};
        }

        @Override
        public ContactsPage<ContactsEntry> children(int department, long from, int size) {
            int[] members = members();
            int end = (int) Math.min(members.length, from + size);
            List<ContactsEntry> entries = IntStream.range((int) from, end)
                    .mapToObj(at -> new ContactsEntry(EntryKind.MEMBER, members[at], 0))
                    .toList();
            return new ContactsPage<>(entries, end < members.length ? end : 0);
        }

        @Override
        public ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size) {
            List<ContactsHit> hits = IntStream.of(members())
                    .filter(member -> directory.member(member).name().contains(search.text()))
                    .mapToObj(member -> new ContactsHit(EntryKind.MEMBER, member, "name"))
                    .toList();
            return new ContactsPage<>(hits, 0);
        }
    }
}
