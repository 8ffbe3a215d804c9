package org.sightline.trust.internal.ending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.internal.Cards;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.TrustChange.RemoveParty;
import org.sightline.trust.model.TrustedParty;

/** The end of a relation on one of its sides. */
final class Ending {

    private static final String KIND = "trusted_party";

    private Ending() {}

    static StateChange change(TenantKey partner) {
        return new ChangeTrust(new RemoveParty(partner));
    }

    static AuditNote note(TrustedParty half) {
        return new AuditNote(
                KIND + ".remove",
                KIND,
                half.partner().value(),
                Map.of("sponsor", half.sponsor().value(), "since", half.since().toString()),
                null);
    }

    static List<Notice> card(TenantSnapshot side, TenantSnapshot partner, Instant at) {
        return Cards.card(
                side, NoticeType.TRUST_REMOVED, at, KIND, Trust.key(partner).value(), Trust.tenant(partner), null);
    }

    /** Returns the end for one side, with its card. */
    static Proposal<String> proposal(TenantSnapshot side, TenantSnapshot partner, Instant at) {
        TenantKey other = Trust.key(partner);
        return new Proposal<>(
                List.of(change(other)), List.of(note(Trust.half(side, partner))), card(side, partner, at), "");
    }
}
