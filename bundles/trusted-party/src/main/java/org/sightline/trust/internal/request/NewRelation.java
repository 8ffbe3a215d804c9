package org.sightline.trust.internal.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutParty;
import org.sightline.trust.model.TrustChange.RemoveParty;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustedParty;

/**
 * The relation that comes of an approved request, in two halves.
 *
 * @param sponsor  whose quota it counts against
 * @param since    when it was approved
 * @param inviting changes of the side that invited, which shares nobody at first
 * @param scanning changes of the side that asked, which shares what its request says
 */
public record NewRelation(TenantKey sponsor, Instant since, List<StateChange> inviting, List<StateChange> scanning) {

    static NewRelation of(TrustRequest request, Instant since, TenantSnapshot inviting, TenantSnapshot scanning) {
        String id = Trust.freshId();
        TrustedParty ofInviting =
                new TrustedParty(request.from(), id, since, request.from(), SharingScope.NOBODY, null, null);
        @Nullable TrustAccess custom = request.access().equals(TrustAccess.FULL) ? null : request.access();
        TrustedParty ofScanning =
                new TrustedParty(request.to(), id, since, request.from(), request.share(), custom, null);
        return new NewRelation(request.from(), since, put(inviting, ofInviting), put(scanning, ofScanning));
    }

    /** A half whose other half is gone would leave its rules behind. */
    private static List<StateChange> put(TenantSnapshot side, TrustedParty half) {
        List<StateChange> changes = new ArrayList<>();
        if (side.trust().party(half.partner()).isPresent()) {
            changes.add(new ChangeTrust(new RemoveParty(half.partner())));
        }
        changes.add(new ChangeTrust(new PutParty(half)));
        return changes;
    }

    AuditNote note(TenantKey partner) {
        return new AuditNote(
                "trusted_party.create",
                "trusted_party",
                partner.value(),
                null,
                Map.of("sponsor", sponsor.value(), "since", since.toString()));
    }
}
