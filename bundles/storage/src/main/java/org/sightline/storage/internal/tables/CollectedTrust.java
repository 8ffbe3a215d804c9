package org.sightline.storage.internal.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.tables.CollaborationRuleForm.PartnersRule;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustedParty;

/** The changes of one commit to a tenant's trust, as {@link CollectedChanges} has those to everything else. */
final class CollectedTrust {

    final Map<String, Optional<TrustSettings>> settings = new LinkedHashMap<>();
    final Map<String, Optional<TrustedParty>> parties = new LinkedHashMap<>();
    final Map<String, Optional<PartnersRule>> rules = new LinkedHashMap<>();
    final Map<String, Optional<Invitation>> invitations = new LinkedHashMap<>();
    final Map<String, Optional<TrustRequest>> requests = new LinkedHashMap<>();
    final Map<String, Optional<TrustRemoval>> removals = new LinkedHashMap<>();

    /** Partners whose stored rules all go, before those in {@link #rules} come. */
    final List<TenantKey> gone = new ArrayList<>();

    void collect(TrustChange change) {
        if (change instanceof TrustChange.PutSettings put) {
            settings.put(TrustSettingsForm.ID, Optional.of(put.settings()));
        } else if (change instanceof TrustChange.PutParty put) {
            parties.put(put.party().partner().value(), Optional.of(put.party()));
        } else if (change instanceof TrustChange.RemoveParty remove) {
            parties.put(remove.partner().value(), Optional.empty());
            rules.keySet().removeIf(id -> id.startsWith(CollaborationRuleForm.prefix(remove.partner())));
            gone.add(remove.partner());
        } else if (change instanceof TrustChange.PutRule put) {
            rules.put(
                    CollaborationRuleForm.id(put.partner(), put.rule().id()),
                    Optional.of(new PartnersRule(put.partner(), put.rule())));
        } else if (change instanceof TrustChange.RemoveRule remove) {
            rules.put(CollaborationRuleForm.id(remove.partner(), remove.id()), Optional.empty());
        } else {
            collectRequest(change);
        }
    }

    private void collectRequest(TrustChange change) {
        if (change instanceof TrustChange.PutInvitation put) {
            invitations.put(put.invitation().codeDigest(), Optional.of(put.invitation()));
        } else if (change instanceof TrustChange.RemoveInvitation remove) {
            invitations.put(remove.codeDigest(), Optional.empty());
        } else if (change instanceof TrustChange.PutRequest put) {
            requests.put(put.request().id(), Optional.of(put.request()));
        } else if (change instanceof TrustChange.PutRemoval put) {
            removals.put(put.removal().id(), Optional.of(put.removal()));
        } else {
            throw new IllegalArgumentException("no table for " + change.getClass());
        }
    }
}
