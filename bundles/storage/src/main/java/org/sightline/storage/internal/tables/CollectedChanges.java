package org.sightline.storage.internal.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.apps.model.AppChange;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.resources.model.ResourceChange;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.StateChange;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * The changes of one commit by kind and id, the last one about a thing winning; empty stands for a thing that is gone.
 * A table then gets at most one row for a thing and a revision.
 */
final class CollectedChanges {

    Optional<Tenant> tenant = Optional.empty();
    Optional<List<CustomField>> fields = Optional.empty();
    Optional<VisibilityPolicy> policy = Optional.empty();
    final Map<String, Optional<Department>> departments = new LinkedHashMap<>();
    final Map<String, Member> members = new LinkedHashMap<>();
    final Map<String, Optional<Group>> groups = new LinkedHashMap<>();
    final Map<String, Optional<Unit>> units = new LinkedHashMap<>();
    final Map<String, Optional<Administrator>> administrators = new LinkedHashMap<>();
    final Map<String, Optional<OperatorAccess>> operatorAccess = new LinkedHashMap<>();
    final Map<String, Optional<Shadow>> shadow = new LinkedHashMap<>();
    final CollectedTrust trust = new CollectedTrust();
    final CollectedApps apps = new CollectedApps();
    final CollectedTies ties = new CollectedTies();
    /** Consents given and taken back, in order. */
    final List<StateChange> consents = new ArrayList<>();

    final List<SubscriptionChange> subscriptions = new ArrayList<>();
    final Map<ResourceId, ResourceChange> resources = new LinkedHashMap<>();
    final Map<UserId, String> passwords = new HashMap<>();

    CollectedChanges(List<StateChange> changes) {
        changes.forEach(this::collect);
    }

    private void collect(StateChange change) {
        if (change instanceof StateChange.PutMember put) {
            members.put(put.member().id().value(), put.member());
        } else if (change instanceof StateChange.PutDepartment put) {
            departments.put(put.department().id().value(), Optional.of(put.department()));
        } else if (change instanceof StateChange.RemoveDepartment remove) {
            departments.put(remove.id().value(), Optional.empty());
        } else if (change instanceof StateChange.PutGroup put) {
            groups.put(put.group().id().value(), Optional.of(put.group()));
        } else if (change instanceof StateChange.RemoveGroup remove) {
            groups.put(remove.id().value(), Optional.empty());
        } else if (change instanceof StateChange.PutUnit put) {
            units.put(put.unit().id().value(), Optional.of(put.unit()));
        } else if (change instanceof StateChange.RemoveUnit remove) {
            units.put(remove.id().value(), Optional.empty());
        } else if (change instanceof StateChange.PutAdministrator put) {
            administrators.put(put.administrator().user().value(), Optional.of(put.administrator()));
        } else if (change instanceof StateChange.RemoveAdministrator remove) {
            administrators.put(remove.id().value(), Optional.empty());
        } else if (change instanceof StateChange.PutPassword put) {
            passwords.put(put.id(), put.hash());
        } else if (change instanceof StateChange.ChangeTrust put) {
            trust.collect(put.change());
        } else if (change instanceof StateChange.ChangeApps put) {
            apps.collect(put.change());
            if (put.change() instanceof AppChange.RemoveApp remove) {
                subscriptions.add(new SubscriptionChange.RemoveAllOf(remove.id(), null));
            }
        } else if (change instanceof StateChange.ChangeCommunication put) {
            ties.collect(put.change());
        } else if (change instanceof StateChange.ChangeSubscriptions put) {
            subscriptions.add(put.change());
        } else if (change instanceof StateChange.ChangeResource put) {
            resources.put(put.change().id(), put.change());
        } else {
            collectSingle(change);
        }
    }

    private void collectSingle(StateChange change) {
        if (change instanceof StateChange.PutTenant put) {
            tenant = Optional.of(put.tenant());
        } else if (change instanceof StateChange.PutFields put) {
            fields = Optional.of(put.fields());
        } else if (change instanceof StateChange.PutPolicy put) {
            policy = Optional.of(put.policy());
        } else if (change instanceof StateChange.PutOperatorAccess put) {
            operatorAccess.put(OperatorAccessForm.ID, Optional.of(put.access()));
        } else if (change instanceof StateChange.RemoveOperatorAccess) {
            operatorAccess.put(OperatorAccessForm.ID, Optional.empty());
        } else if (change instanceof StateChange.PutConsent || change instanceof StateChange.RemoveConsent) {
            consents.add(change);
            if (change instanceof StateChange.RemoveConsent remove) {
                subscriptions.add(new SubscriptionChange.RemoveAllOf(remove.app(), remove.user()));
            }
        } else if (change instanceof StateChange.PutShadow put) {
            shadow.put(ShadowForm.ID, Optional.of(put.shadow()));
        } else if (change instanceof StateChange.RemoveShadow) {
            shadow.put(ShadowForm.ID, Optional.empty());
        } else {
            throw new IllegalArgumentException("no table for " + change.getClass());
        }
    }
}
