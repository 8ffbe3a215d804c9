package org.sightline.apps.internal.approval;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.ApprovalSettings;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.ApprovalRules.ApprovalException;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionUse;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;

/** Replaces a tenant's rules, inside the change. */
@Component(service = ApprovalSettings.class)
public final class TenantApprovalSettings implements ApprovalSettings {

    private static final int MOST_EXCEPTIONS = 10_000;

    private final Changes changes;
    private final AppPermissions catalogue;

    /** Works with these. */
    @Activate
    public TenantApprovalSettings(
            @Reference(name = "changes") Changes changes, @Reference(name = "catalogue") AppPermissions catalogue) {
        this.changes = changes;
        this.catalogue = catalogue;
    }

    @Override
    public ApprovalRules recommended() {
        List<ApprovalException> exceptions = new ArrayList<>();
        for (Permission permission : catalogue.list()) {
            for (Identity identity : Identity.values()) {
                permission
                        .use(identity)
                        .filter(use -> use.recommended() != byTable(permission, identity, use))
                        .ifPresent(use -> exceptions.add(new ApprovalException(
                                new AppPermission(permission.name(), identity), use.recommended())));
            }
        }
        return ApprovalRules.RECOMMENDED.withExceptions(exceptions);
    }

    private static Approval byTable(Permission permission, Identity identity, PermissionUse use) {
        return ApprovalRules.RECOMMENDED.byTable(use.level(), identity, permission.specificSensitive());
    }

    @Override
    public Committed<ApprovalRules> replace(
            TenantKey tenant, Actor actor, ApprovalRules rules, Expectation<ApprovalRules> expectation) {
        return changes.apply(tenant, actor, now -> decide(now, rules, expectation));
    }

    private Proposal<ApprovalRules> decide(
            TenantSnapshot now, ApprovalRules rules, Expectation<ApprovalRules> expectation) {
        ApprovalRules present = now.apps().rules();
        if (!expectation.holdsFor(present)) {
            throw Refusals.stale();
        }
        if (rules.equals(present)) {
            return Proposal.nothing(present);
        }
        refuseUnknown(rules, present);
        String key = now.directory().tenant().key().value();
        return new Proposal<>(
                List.of(new StateChange.ChangeApps(new AppChange.PutRules(rules))),
                List.of(new Proposal.AuditNote("app_approval_rules.update", "app_approval_rules", key, present, rules)),
                rules);
    }

    /** An exception that is stored already may stay, whatever became of its permission. */
    private void refuseUnknown(ApprovalRules rules, ApprovalRules present) {
        List<AppPermission> mayStay =
                present.exceptions().stream().map(ApprovalException::permission).toList();
        List<Fault> faults = new ArrayList<>();
        if (rules.exceptions().size() > MOST_EXCEPTIONS) {
            faults.add(new Fault("/exceptions", Codes.INVALID, "there are at most " + MOST_EXCEPTIONS + " exceptions"));
        }
        for (int at = 0; at < rules.exceptions().size() && faults.size() < MOST_EXCEPTIONS; at++) {
            AppPermission named = rules.exceptions().get(at).permission();
            if (!mayStay.contains(named)) {
                faults.addAll(CatalogueCheck.faults(catalogue, named, "/exceptions/" + at));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }
}
