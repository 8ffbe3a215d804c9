package org.sightline.apps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.DataRange;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Takes what apps ask for and decides on it (docs/concepts.md, "Versions" and "Reviews"). */
@ProviderType
public interface AppReleases {

    /**
     * Submits a version: what needs no review is in force when the method returns, the rest waits.
     *
     * @param viewer the developer, to whom people that the developer does not see are unknown; null for an administrator
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code duplicate_id} for a version of that name,
     *     {@code invalid} naming the fields, also for a permission that will be reviewed and has no reason
     */
    Committed<AppVersion> submit(
            TenantKey tenant, Actor actor, AppId app, @Nullable UserId viewer, Submission submission);

    /**
     * Approves what waits.
     *
     * @param names empty for everything, the data range included; else a permission by name, {@code name@app} or
     *     {@code name@user}, and the range only when one is given
     * @param range the range to grant, within the one asked for; null for the one asked for
     * @throws org.sightline.problem.ProblemException {@code not_found}; {@code already_decided} when nothing of it waits;
     *     {@code invalid} naming the fields
     */
    Committed<ReviewedVersion> approve(
            TenantKey tenant, Actor actor, String review, List<String> names, @Nullable DataRange range);

    /**
     * Rejects what waits.
     *
     * @param names  empty for everything, the data range included; else as in {@link #approve}
     * @param reason for the developer
     * @throws org.sightline.problem.ProblemException as {@link #approve}
     */
    Committed<ReviewedVersion> reject(TenantKey tenant, Actor actor, String review, List<String> names, String reason);

    /**
     * Takes a permission back; the app is without it at its next call.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    Committed<AppGrant> revoke(TenantKey tenant, Actor actor, AppId app, AppPermission permission);
}
