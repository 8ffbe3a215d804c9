package org.sightline.store;

import java.util.List;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.resources.model.ResourceChange;
import org.sightline.trust.model.TrustChange;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** One thing that is different in the next revision of a tenant. "Put" adds or replaces by id. */
public sealed interface StateChange {

    /** The tenant's settings. */
    record PutTenant(Tenant tenant) implements StateChange {}

    /** A department. */
    record PutDepartment(Department department) implements StateChange {}

    /** A department that is gone. */
    record RemoveDepartment(DepartmentId id) implements StateChange {}

    /** A member; deleted members are put with that status and never removed. */
    record PutMember(Member member) implements StateChange {}

    /** A group. */
    record PutGroup(Group group) implements StateChange {}

    /** A group that is gone. */
    record RemoveGroup(GroupId id) implements StateChange {}

    /** A unit. */
    record PutUnit(Unit unit) implements StateChange {}

    /** A unit that is gone. */
    record RemoveUnit(UnitId id) implements StateChange {}

    /** All custom fields, in order. */
    record PutFields(List<CustomField> fields) implements StateChange {

        /** Takes a copy of the list. */
        public PutFields {
            fields = List.copyOf(fields);
        }
    }

    /** An administrator's role. */
    record PutAdministrator(Administrator administrator) implements StateChange {}

    /** An administrator's role that is gone. */
    record RemoveAdministrator(UserId id) implements StateChange {}

    /** The visibility policy. */
    record PutPolicy(VisibilityPolicy policy) implements StateChange {}

    /** The tenant lets the operator in. */
    record PutOperatorAccess(OperatorAccess access) implements StateChange {}

    /** The tenant lets the operator in no more. */
    record RemoveOperatorAccess() implements StateChange {}

    /** The tenant has a candidate main rule compared. */
    record PutShadow(Shadow shadow) implements StateChange {}

    /** The tenant has no candidate compared any more. */
    record RemoveShadow() implements StateChange {}

    /** Something about the tenant's trusted parties. */
    record ChangeTrust(TrustChange change) implements StateChange {}

    /** Something about the tenant's apps. */
    record ChangeApps(AppChange change) implements StateChange {}

    /** Something that a member has with somebody; kept beside the tenant's state, see {@link CommunicationStore}. */
    record ChangeCommunication(CommunicationChange change) implements StateChange {}

    /** Something about what the tenant's apps subscribed to. */
    record ChangeSubscriptions(SubscriptionChange change) implements StateChange {}

    /** A document or a base; kept beside the tenant's state, see {@link ResourceStore}. */
    record ChangeResource(ResourceChange change) implements StateChange {}

    /**
     * That a member lets an app act for them, with what the app gets by it. Not kept for past revisions, see
     * {@link AppTokenStore}.
     *
     * @param consent       all that the member agrees to now
     * @param authorization what came of it
     * @param code          to be exchanged for the first tokens
     */
    record PutConsent(
            AppConsent consent, AppTokenStore.StoredAuthorization authorization, AppTokenStore.StoredToken code)
            implements StateChange {}

    /** A consent that a member takes back, with everything that came from it. */
    record RemoveConsent(UserId user, AppId app) implements StateChange {}

    /**
     * A member's password. Not kept for past revisions.
     *
     * @param hash never the password itself
     */
    record PutPassword(UserId id, String hash) implements StateChange {}
}
