package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.sightline.apps.model.AppGrant;

/**
 * A permission that is in force for an app.
 *
 * @param appId     whose it is
 * @param identity  as whom the app uses it
 * @param name      of the permission
 * @param grantedAt since when
 * @param by        who granted it
 */
public record AppGrantJson(
        String appId,

        @Schema(allowableValues = {"app", "user"}) String identity,

        String name,
        Instant grantedAt,

        @Schema(allowableValues = {"rule", "admin", "policy"})
        String by) {

    /** Returns the form of a grant. */
    public static AppGrantJson of(AppGrant grant) {
        return new AppGrantJson(
                grant.app().value(),
                grant.permission().identity().key(),
                grant.permission().name().value(),
                grant.grantedAt(),
                grant.by().key());
    }
}
