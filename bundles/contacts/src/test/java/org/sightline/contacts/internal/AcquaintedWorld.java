package org.sightline.contacts.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.apps.model.DataRange;
import org.sightline.communication.Peer;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsFound;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsReach;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.bruteforce.BruteForceEngine;
import org.sightline.testkit.contacts.BruteForceSearch;
import org.sightline.testkit.contacts.BruteForceTree;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.trust.BruteForceSightAcross;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** Tenants that trust each other with the contacts over them, and the slow and simple ones beside. */
final class AcquaintedWorld {

    final List<TenantState> states;
    final List<TenantSnapshot> snapshots;
    final VisibleContacts contacts;
    private final Map<String, BruteForceAcross> judges = new HashMap<>();
    private final Map<String, SightAcross> sights = new HashMap<>();
    private final Map<String, VisibilityEngine> engines = new HashMap<>();

    AcquaintedWorld(List<TenantState> states) {
        this.states = states;
        snapshots = states.stream().map(WorldSnapshot::tenant).toList();
        for (int own = 0; own < states.size(); own++) {
            BruteForce judge = new BruteForce(states.get(own), ShownWorld.SAME_CITY);
            engines.put(
                    key(snapshots.get(own)),
                    new BruteForceEngine(snapshots.get(own).directory(), judge));
            for (int partner = 0; partner < states.size(); partner++) {
                String pair = key(snapshots.get(own)) + key(snapshots.get(partner));
                BruteForceAcross across = new BruteForceAcross(states.get(own), states.get(partner));
                judges.put(pair, across);
                sights.put(pair, new BruteForceSightAcross(snapshots.get(own), snapshots.get(partner), across));
            }
        }
        contacts = new VisibleContacts(new Judging(), List::of);
    }

    private static String key(TenantSnapshot snapshot) {
        return snapshot.directory().tenant().key().value();
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    BruteForceAcross judge(int own, int partner) {
        return present(judges.get(key(snapshots.get(own)) + key(snapshots.get(partner))));
    }

    AcrossView view(int own, int partner, int viewer) {
        return contacts.partner(snapshots.get(own), snapshots.get(partner), viewer);
    }

    BruteForceTree tree(int own, int partner) {
        TenantState state = states.get(partner);
        return new BruteForceTree(state, judge(own, partner).structure(), ShownWorld.names(state));
    }

    /** What a viewer finds in a partner according to the slow and simple search. */
    BruteForceSearch slowSearch(int own, int partner) {
        BruteForceAcross judge = judge(own, partner);
        TenantState state = states.get(partner);
        return new BruteForceSearch(state, judge.findable(), judge::searches, ShownWorld.names(state));
    }

    /** What a viewer finds in the own tenant according to the slow and simple search. */
    BruteForceSearch slowSearch(int own) {
        TenantState state = states.get(own);
        Comparator<String> names = ShownWorld.names(state);
        Beholding judge = Beholding.of(new BruteForce(state, ShownWorld.SAME_CITY));
        return new BruteForceSearch(state, judge, field -> !field.equals("department"), names);
    }

    /** Reads the whole list below a department of a partner in pieces of a size. */
    List<String> children(int own, int partner, int viewer, int department, int size) {
        List<String> all = new ArrayList<>();
        long from = 0;
        do {
            ContactsPage<ContactsEntry> page = view(own, partner, viewer).children(department, from, size);
            page.entries().forEach(entry -> all.add(said(snapshots.get(partner).directory(), entry)));
            from = page.next();
        } while (from > 0);
        return all;
    }

    private static String said(DirectorySnapshot directory, ContactsEntry entry) {
        return entry.kind() == EntryKind.DEPARTMENT
                ? "department " + directory.department(entry.number()).id() + " " + entry.memberCount()
                : entry.kind().key() + " " + directory.member(entry.number()).id();
    }

    /** Reads all that is found anywhere, in pieces of a size: {@code t1 member bob by city}, {@code t2 peer eve}. */
    List<String> found(int own, List<Integer> partners, List<Peer> peers, int viewer, ContactsSearch wanted, int size) {
        ContactsReach reach = new ContactsReach(
                snapshots.get(own),
                viewer,
                partners.stream().map(snapshots::get).toList(),
                () -> peers);
        List<String> all = new ArrayList<>();
        long from = 0;
        do {
            ContactsPage<ContactsFound> page = contacts.search(reach, wanted, from, size);
            page.entries().forEach(found -> all.add(said(own, partners, found)));
            from = page.next();
        } while (from > 0);
        return all;
    }

    private String said(int own, List<Integer> partners, ContactsFound found) {
        if (found instanceof ContactsFound.InTenant there) {
            int tenant = there.side() == 0 ? own : partners.get(there.side() - 1);
            return key(snapshots.get(tenant)) + " " + said(snapshots.get(tenant).directory(), there.hit());
        }
        Peer peer = ((ContactsFound.Elsewhere) found).peer();
        return peer.tenant() + " peer " + peer.user();
    }

    private static String said(DirectorySnapshot directory, ContactsHit hit) {
        String id = hit.kind() == EntryKind.DEPARTMENT
                ? directory.department(hit.number()).id().value()
                : directory.member(hit.number()).id().value();
        return hit.kind().key() + " " + id + " by " + hit.matchedField();
    }

    /** Somebody of a tenant as somebody's contact. */
    Peer peer(int tenant, Member member) {
        return new Peer(states.get(tenant).tenant().key(), member.id(), member.name());
    }

    private final class Judging implements Visibility {

        @Override
        public VisibilityEngine engine(TenantSnapshot snapshot) {
            return present(engines.get(key(snapshot)));
        }

        @Override
        public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
            return present(sights.get(key(own) + key(partner)));
        }

        @Override
        public RangeSight range(TenantSnapshot snapshot, DataRange range) {
            throw new UnsupportedOperationException("no app asks here");
        }
    }
}
