package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppState;
import org.sightline.directory.Snapshots;
import org.sightline.json.AppReviewJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.AppText;

/** Lists what waits for an administrator of a tenant. */
@Service
@Command(
        scope = "sightline",
        name = "app-reviews",
        description = "List the permissions of apps that wait for a tenant's administrator")
public final class AppReviewsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--all", description = "Also reviews that are closed")
    boolean all;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    AppReleases releases;

    @Override
    void run(PrintStream out) {
        on(releases, "app-permissions");
        AppState state =
                on(snapshots, "directory").current(tenantKey(tenantKey)).apps();
        List<ReviewedVersion> reviews = state.reviews().stream()
                .filter(review -> all || review.isOpen())
                .map(review -> reviewed(state, review))
                .toList();
        if (json) {
            printJson(
                    out, PageJson.whole(reviews.stream().map(AppReviewJson::of).toList()));
        } else {
            AppText.printReviews(out, reviews);
        }
    }

    private static ReviewedVersion reviewed(AppState state, AppReview review) {
        return new ReviewedVersion(
                review, state.version(review.app(), review.version()).orElseThrow());
    }
}
