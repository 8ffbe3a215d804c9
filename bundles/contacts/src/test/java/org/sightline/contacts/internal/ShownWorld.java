package org.sightline.contacts.internal;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.bruteforce.BruteForceEngine;
import org.sightline.testkit.contacts.BruteForceSearch;
import org.sightline.testkit.contacts.BruteForceTree;
import org.sightline.testkit.trust.FixedVisibility;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.VisibilityEngine;

/** A world with the contacts over it, and the slow and simple ones beside. */
final class ShownWorld {

    final TenantSnapshot snapshot;
    final DirectorySnapshot directory;
    final BruteForceTree tree;
    final BruteForceSearch search;
    final VisibleContacts contacts;
    private final VisibilityEngine engine;

    ShownWorld(TenantState state) {
        snapshot = WorldSnapshot.tenant(state);
        directory = snapshot.directory();
        BruteForce judge = new BruteForce(state, SAME_CITY);
        tree = new BruteForceTree(state, judge, names(state));
        engine = new BruteForceEngine(directory, judge);
        contacts = new VisibleContacts(
                new FixedVisibility(asked -> engine),
                () -> List.of(state.tenant().key()));
        search = new BruteForceSearch(state, judge, names(state));
    }

    /** Stands for the vendors' rules of random worlds; which one it is does not matter here. */
    static final BruteForce.OtherMainRule SAME_CITY = new BruteForce.OtherMainRule() {

        @Override
        public boolean shows(Member viewer, Member target) {
            return viewer.profile().city() != null
                    && viewer.profile().city().equals(target.profile().city());
        }

        @Override
        public boolean shows(Member viewer, DepartmentId target) {
            return target.value().length() == 2;
        }
    };

    static Comparator<String> names(TenantState state) {
        Collator collator = Collator.getInstance(state.tenant().locale());
        return collator::compare;
    }

    ContactsView view(int viewer) {
        return contacts.view(snapshot, viewer);
    }

    /** Says an entry as the worlds do. */
    String said(ContactsEntry entry) {
        return entry.kind() == EntryKind.DEPARTMENT
                ? "department " + directory.department(entry.number()).id() + " " + entry.memberCount()
                : entry.kind().key() + " " + directory.member(entry.number()).id();
    }

    /** Reads the whole list below a department in pieces of a size. */
    List<String> children(int viewer, int department, int size) {
        List<String> all = new ArrayList<>();
        long from = 0;
        do {
            ContactsPage<ContactsEntry> page = view(viewer).children(department, from, size);
            page.entries().forEach(entry -> all.add(said(entry)));
            from = page.next();
        } while (from > 0);
        return all;
    }

    /** Reads all that is found, in pieces of a size, and says it as the worlds do. */
    List<String> found(int viewer, ContactsSearch wanted, int size) {
        List<String> all = new ArrayList<>();
        long from = 0;
        do {
            ContactsPage<ContactsHit> page = view(viewer).search(wanted, from, size);
            page.entries().forEach(hit -> all.add(said(hit)));
            from = page.next();
        } while (from > 0);
        return all;
    }

    private String said(ContactsHit hit) {
        String id = hit.kind() == EntryKind.DEPARTMENT
                ? directory.department(hit.number()).id().value()
                : directory.member(hit.number()).id().value();
        return hit.kind().key() + " " + id + " by " + hit.matchedField();
    }
}
