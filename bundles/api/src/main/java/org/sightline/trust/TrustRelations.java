package org.sightline.trust;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustSettings;

/** What a tenant and its trusted parties grant each other (docs/concepts.md, "Trusted parties"). */
@ProviderType
public interface TrustRelations {

    /** Returns all relations by the partner's key. */
    List<PartyView> all(TenantSnapshot own);

    /**
     * Returns one relation.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    PartyView with(TenantSnapshot own, TenantKey partner);

    /**
     * Changes whom we share.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code revision_mismatch}, {@code invalid} for
     *     newly named members and departments that do not exist
     */
    Committed<PartyView> share(
            TenantKey tenant, Actor actor, TenantKey partner, SharingScope scope, Expectation<PartyView> expectation);

    /**
     * Changes what we permit.
     *
     * @param access null for the tenant's default
     * @param fields null for the tenant's default
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code revision_mismatch}, {@code invalid} for
     *     fields that do not exist
     */
    Committed<PartyView> permit(
            TenantKey tenant,
            Actor actor,
            TenantKey partner,
            @Nullable TrustAccess access,
            @Nullable FieldGrants fields,
            Expectation<PartyView> expectation);

    /**
     * Changes the settings for all parties.
     *
     * @param edit makes the new settings out of the present ones
     * @throws org.sightline.problem.ProblemException {@code revision_mismatch}, {@code invalid} for fields that do not
     *     exist
     */
    Committed<TrustSettings> settings(
            TenantKey tenant, Actor actor, Expectation<TrustSettings> expectation, UnaryOperator<TrustSettings> edit);

    /**
     * Lists what a partner shares with us: active members and departments, departments first, each by name.
     *
     * @param below the shared department to look into; null for the top level
     * @param words what the name or a word of it must begin with, at any depth; null for everything on the one level
     * @throws org.sightline.problem.ProblemException {@code not_found} without a relation; {@code invalid} when
     *     {@code below} is not shared or does not exist, the same words for both
     */
    List<SharedEntry> sharedBy(
            TenantSnapshot own, TenantKey partner, @Nullable DepartmentId below, @Nullable String words);
}
