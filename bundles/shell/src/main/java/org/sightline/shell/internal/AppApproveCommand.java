package org.sightline.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.directory.model.TenantKey;

/** Approves what waits for a tenant's administrator. */
@Service
@Command(
        scope = "sightline",
        name = "app-approve",
        description = "Approve what an app waits for, in place of the tenant's administrators")
public final class AppApproveCommand extends ReviewCommand {

    @Override
    ReviewedVersion decide(AppReleases service, TenantKey tenant, List<String> meant) {
        return service.approve(tenant, actor(), reviewId, meant, null).value();
    }
}
