package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.AppReviewJson;
import org.sightline.shell.internal.text.AppText;

/** What the commands share that decide on a review. */
abstract class ReviewCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "review_id", description = "The review, as app-reviews shows it", required = true)
    String reviewId = "";

    @Argument(
            index = 2,
            name = "names",
            description = "The permissions meant: name, name@app or name@user; everything that waits when left out",
            multiValued = true)
    @Nullable
    List<String> names;

    @Reference(optional = true)
    @Nullable
    AppReleases releases;

    /** Decides. */
    abstract ReviewedVersion decide(AppReleases service, TenantKey tenant, List<String> meant);

    @Override
    final void run(PrintStream out) {
        List<String> meant = names == null ? List.of() : List.copyOf(names);
        ReviewedVersion reviewed = decide(on(releases, "app-permissions"), tenantKey(tenantKey), meant);
        if (json) {
            printJson(out, AppReviewJson.of(reviewed));
        } else {
            AppText.printDecisions(out, reviewed);
        }
    }
}
