package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.tables.CollaborationRuleForm.PartnersRule;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;

/** The tables that hold tenants' trusted parties, within a transaction of the caller's. */
final class TrustTables {

    /** Their names. */
    static final List<String> ALL = List.of(
            "trust_settings",
            "trusted_party",
            "collaboration_rule",
            "trust_invitation",
            "trust_request",
            "trust_removal");

    private final VersionedTable<TrustSettings> settings = new VersionedTable<>(new TrustSettingsForm());
    private final VersionedTable<TrustedParty> parties = new VersionedTable<>(new TrustedPartyForm());
    private final VersionedTable<PartnersRule> rules = new VersionedTable<>(new CollaborationRuleForm());
    private final VersionedTable<Invitation> invitations = new VersionedTable<>(new InvitationForm());
    private final VersionedTable<TrustRequest> requests = new VersionedTable<>(new TrustRequestForm());
    private final VersionedTable<TrustRemoval> removals = new VersionedTable<>(new TrustRemovalForm());

    TrustState load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        SortedMap<TenantKey, TrustedParty> byPartner = new TreeMap<>();
        parties.forEach(connection, tenant, revision, party -> byPartner.put(party.partner(), party));
        SortedMap<TenantKey, List<CollaborationRule>> rulesByPartner = new TreeMap<>();
        rules.forEach(connection, tenant, revision, each -> rulesByPartner
                .computeIfAbsent(each.partner(), partner -> new ArrayList<>())
                .add(each.rule()));
        return new TrustState(
                settings.load(connection, tenant, revision).stream().findFirst().orElse(TrustSettings.DEFAULT),
                byPartner,
                rulesByPartner,
                invitations.load(connection, tenant, revision),
                requests.load(connection, tenant, revision),
                removals.load(connection, tenant, revision));
    }

    void write(Connection connection, TenantKey tenant, long revision, CollectedTrust changes) throws SQLException {
        settings.replace(connection, tenant, revision, changes.settings);
        parties.replace(connection, tenant, revision, changes.parties);
        for (TenantKey partner : changes.gone) {
            closeRules(connection, tenant, revision, partner);
        }
        rules.replace(connection, tenant, revision, changes.rules);
        invitations.replace(connection, tenant, revision, changes.invitations);
        requests.replace(connection, tenant, revision, changes.requests);
        removals.replace(connection, tenant, revision, changes.removals);
    }

    private void closeRules(Connection connection, TenantKey tenant, long revision, TenantKey partner)
            throws SQLException {
        List<String> ids = new ArrayList<>();
        rules.forEach(connection, tenant, revision, each -> {
            if (each.partner().equals(partner)) {
                ids.add(CollaborationRuleForm.id(partner, each.rule().id()));
            }
        });
        rules.close(connection, tenant, revision, ids);
    }

    Optional<TenantKey> invitingTenant(Connection connection, String codeDigest) throws SQLException {
        return InvitationForm.invitingTenant(connection, codeDigest);
    }
}
