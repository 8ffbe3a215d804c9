package org.sightline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppState;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.events.model.Subscriptions;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * All of a tenant at one revision, as stored.
 *
 * @param tenant         the settings
 * @param revision       the revision
 * @param departments    in any order
 * @param members        in the order of their numbers, deleted ones included
 * @param groups         in any order
 * @param units          in any order
 * @param fields         in the tenant's order
 * @param administrators in any order
 * @param policy         the visibility policy
 * @param policyRevision the revision with which the policy last changed
 * @param trust          the tenant's trusted parties
 * @param operatorAccess null while the tenant does not let the operator in
 * @param apps           the tenant's apps
 * @param shadow         null while no candidate main rule is compared
 * @param subscriptions  what they subscribed to
 */
public record TenantState(
        Tenant tenant,
        long revision,
        List<Department> departments,
        List<Member> members,
        List<Group> groups,
        List<Unit> units,
        List<CustomField> fields,
        List<Administrator> administrators,
        VisibilityPolicy policy,
        long policyRevision,
        TrustState trust,
        @Nullable OperatorAccess operatorAccess,
        AppState apps,
        @Nullable Shadow shadow,
        Subscriptions subscriptions) {

    /** Describes a tenant whose apps subscribed to nothing, and that has no candidate main rule compared. */
    public TenantState(
            Tenant tenant,
            long revision,
            List<Department> departments,
            List<Member> members,
            List<Group> groups,
            List<Unit> units,
            List<CustomField> fields,
            List<Administrator> administrators,
            VisibilityPolicy policy,
            long policyRevision,
            TrustState trust,
            @Nullable OperatorAccess operatorAccess,
            AppState apps) {
        this(
                tenant,
                revision,
                departments,
                members,
                groups,
                units,
                fields,
                administrators,
                policy,
                policyRevision,
                trust,
                operatorAccess,
                apps,
                null,
                Subscriptions.NONE);
    }

    /** Describes a tenant that has neither trusted parties nor apps, never had any, and does not let the operator in. */
    public TenantState(
            Tenant tenant,
            long revision,
            List<Department> departments,
            List<Member> members,
            List<Group> groups,
            List<Unit> units,
            List<CustomField> fields,
            List<Administrator> administrators,
            VisibilityPolicy policy,
            long policyRevision) {
        this(
                tenant,
                revision,
                departments,
                members,
                groups,
                units,
                fields,
                administrators,
                policy,
                policyRevision,
                TrustState.EMPTY,
                null,
                AppState.EMPTY);
    }

    /** Returns the same tenant with other relations to trusted parties. */
    public TenantState withTrust(TrustState other) {
        return new TenantState(
                tenant,
                revision,
                departments,
                members,
                groups,
                units,
                fields,
                administrators,
                policy,
                policyRevision,
                other,
                operatorAccess,
                apps,
                shadow,
                subscriptions);
    }
}
