package org.sightline.apps.internal.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.Submission;
import org.sightline.apps.Submission.RequestedPermission;
import org.sightline.apps.internal.approval.ApprovalPolicies;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.directory.TenantSnapshot;
import org.sightline.spi.ApprovalQuestion;
import org.sightline.spi.ApprovalVerdict;

/** Asks vendors' policies about what a version wants and the app does not have; before the change, for they may be slow. */
final class Verdicts {

    private final AppPermissions catalogue;
    private final ApprovalPolicies policies;

    Verdicts(AppPermissions catalogue, ApprovalPolicies policies) {
        this.catalogue = catalogue;
        this.policies = policies;
    }

    Map<AppPermission, ApprovalVerdict> on(Submission submission, TenantSnapshot now, App app) {
        List<ApprovalQuestion> questions = new ArrayList<>();
        for (RequestedPermission asked : submission.permissions()) {
            Identity identity = asked.permission().identity();
            Optional<Permission> known = catalogue
                    .find(asked.permission().name())
                    .filter(permission -> permission.use(identity).isPresent());
            if (known.isPresent() && !now.apps().grantsOf(app.id()).containsKey(asked.permission())) {
                questions.add(new ApprovalQuestion(
                        now.directory().tenant(),
                        app.id(),
                        app.name(),
                        known.get(),
                        identity,
                        asked.reason(),
                        now.apps().rules().decide(known.get(), identity)));
            }
        }
        return policies.judge(questions);
    }
}
