package org.sightline.trust.model;

import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.model.RuleId;

/** One thing that is different in the next state of a tenant's trust. "Put" adds or replaces by id. */
public sealed interface TrustChange {

    /** The settings for all parties. */
    record PutSettings(TrustSettings settings) implements TrustChange {}

    /** Our half of a relation, without its rules. */
    record PutParty(TrustedParty party) implements TrustChange {}

    /** Our half of a relation that is gone, with all its rules. */
    record RemoveParty(TenantKey partner) implements TrustChange {}

    /** A collaboration rule of a relation. */
    record PutRule(TenantKey partner, CollaborationRule rule) implements TrustChange {}

    /** A collaboration rule that is gone. */
    record RemoveRule(TenantKey partner, RuleId id) implements TrustChange {}

    /** An invitation. */
    record PutInvitation(Invitation invitation) implements TrustChange {}

    /** An invitation that is no more. */
    record RemoveInvitation(String codeDigest) implements TrustChange {}

    /** A request. */
    record PutRequest(TrustRequest request) implements TrustChange {}

    /** A removal. */
    record PutRemoval(TrustRemoval removal) implements TrustChange {}
}
