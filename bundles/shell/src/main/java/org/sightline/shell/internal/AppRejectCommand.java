package org.sightline.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.directory.model.TenantKey;

/** Rejects what waits for a tenant's administrator. */
@Service
@Command(
        scope = "sightline",
        name = "app-reject",
        description = "Reject what an app waits for, in place of the tenant's administrators")
public final class AppRejectCommand extends ReviewCommand {

    @Option(name = "--reason", description = "Why, for the developer", required = true)
    String reason = "";

    @Override
    ReviewedVersion decide(AppReleases service, TenantKey tenant, List<String> meant) {
        return service.reject(tenant, actor(), reviewId, meant, reason).value();
    }
}
