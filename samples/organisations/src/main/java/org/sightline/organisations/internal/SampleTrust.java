package org.sightline.organisations.internal;

import java.util.Arrays;
import java.util.List;
import org.sightline.audit.Actor;
import org.sightline.directory.Expectation;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.TrustInvitations;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * Makes the sample organisations trust each other, step by step as their administrators would: the makers of instruments
 * see who ships for them, and the shippers' dispatch sees who sells.
 *
 * @param snapshots   what is there already
 * @param invitations the door to invite by
 * @param requests    the door to ask by
 * @param relations   the door to grant by
 * @param rules       the door to say who sees whom
 */
record SampleTrust(
        Snapshots snapshots,
        TrustInvitations invitations,
        TrustRequests requests,
        TrustRelations relations,
        CollaborationRules rules) {

    private static final TenantKey MAKERS = new TenantKey("hikari");
    private static final TenantKey SHIPPERS = new TenantKey("nordwind");

    /** Connects the two, unless they ever were. */
    void connect() {
        if (!snapshots.current(MAKERS).trust().requests().isEmpty()) {
            return;
        }
        String code = invitations
                .issue(SHIPPERS, Actor.SYSTEM, new InvitationTerms(null, true, MAKERS))
                .value()
                .code();
        String request = requests.submit(MAKERS, Actor.SYSTEM, code, departments("sales", "support"), TrustAccess.FULL)
                .value()
                .request()
                .id();
        requests.approve(SHIPPERS, Actor.SYSTEM, request);
        relations.share(SHIPPERS, Actor.SYSTEM, MAKERS, departments("hamburg", "fleet"), Expectation.any());
        rules.add(
                MAKERS,
                Actor.SYSTEM,
                SHIPPERS,
                new RuleId("sales-sees-harbour-and-fleet"),
                new Subjects(List.of(), List.of(), List.of(new DepartmentId("sales"))),
                new Targets(List.of(), List.of(new DepartmentId("hamburg"), new DepartmentId("fleet"))));
        rules.add(
                SHIPPERS,
                Actor.SYSTEM,
                MAKERS,
                new RuleId("dispatch-sees-sales"),
                new Subjects(List.of(), List.of(new GroupId("dispatch")), List.of()),
                new Targets(List.of(), List.of(new DepartmentId("sales"))));
    }

    private static SharingScope departments(String... ids) {
        return new SharingScope(false, Arrays.stream(ids).map(DepartmentId::new).toList(), List.of());
    }
}
