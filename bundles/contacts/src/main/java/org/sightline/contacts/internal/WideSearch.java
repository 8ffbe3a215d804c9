package org.sightline.contacts.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sightline.communication.Peer;
import org.sightline.contacts.ContactsFound;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsReach;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.contacts.internal.search.NameSearch;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.trust.model.FieldGrants;

/**
 * One search that goes on from the own tenant through the trusted ones to the peers elsewhere. A position is a side and
 * a position in the list of that side.
 */
final class WideSearch {

    private static final int SIDE_SHIFT = 40;
    private static final long IN_SIDE = (1L << SIDE_SHIFT) - 1;

    private final ContactsReach reach;
    private final ContactsView own;
    private final List<AcrossView> partners;
    private final ContactsSearch search;
    private final List<ContactsFound> found = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param partners what the viewer sees of each partner of {@code reach}
     */
    WideSearch(ContactsReach reach, ContactsView own, List<AcrossView> partners, ContactsSearch search) {
        this.reach = reach;
        this.own = own;
        this.partners = partners;
        this.search = search;
    }

    ContactsPage<ContactsFound> find(long from, int size) {
        int side = (int) Math.min(from >>> SIDE_SHIFT, 1L + partners.size());
        long position = from & IN_SIDE;
        while (side <= partners.size()) {
            ContactsView view = side == 0 ? own : partners.get(side - 1);
            ContactsPage<ContactsHit> piece = view.search(search, position, size - found.size());
            for (ContactsHit hit : piece.entries()) {
                found.add(new ContactsFound.InTenant(view, side, hit));
            }
            if (piece.hasMore()) {
                return new ContactsPage<>(found, (long) side << SIDE_SHIFT | piece.next());
            }
            position = 0;
            side++;
        }
        List<Peer> peers = peers();
        for (int at = (int) Math.min(position, peers.size()); at < peers.size(); at++) {
            if (found.size() == size) {
                return new ContactsPage<>(found, (long) side << SIDE_SHIFT | at);
            }
            found.add(new ContactsFound.Elsewhere(peers.get(at)));
        }
        return new ContactsPage<>(found, 0);
    }

    private List<Peer> peers() {
        boolean byName = search.fields().isEmpty() || search.fields().contains(FieldGrants.NAME);
        if (!byName || search.kind() == EntryKind.DEPARTMENT) {
            return List.of();
        }
        NameOrder names = NameOrder.of(reach.own().directory().tenant().locale());
        return reach.peers().get().stream()
                .filter(peer -> NameSearch.matches(search.text(), peer.name()) && !isFoundAsPartner(peer))
                .sorted(Comparator.comparing((Peer peer) -> names.key(peer.name()))
                        .thenComparing(Peer::tenant)
                        .thenComparing(Peer::user))
                .toList();
    }

    private boolean isFoundAsPartner(Peer peer) {
        for (int side = 0; side < partners.size(); side++) {
            TenantSnapshot partner = reach.partners().get(side);
            if (partner.directory().tenant().key().equals(peer.tenant())) {
                int member = partner.directory().memberNumber(peer.user());
                return member != DirectorySnapshot.NONE && partners.get(side).finds(search, member);
            }
        }
        return false;
    }
}
