package org.sightline.spi;

import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.directory.model.Tenant;

/**
 * A permission that an app asks for, with all a policy may use.
 *
 * @param tenant     whose app it is
 * @param app        which app
 * @param appName    as people know it
 * @param permission what it asks for
 * @param identity   as whom it would use it
 * @param reason     why, in the developer's words; null when none was given
 * @param byRules    what the tenant's rules say
 */
public record ApprovalQuestion(
        Tenant tenant,
        AppId app,
        String appName,
        Permission permission,
        Identity identity,
        @Nullable String reason,
        Approval byRules) {}
