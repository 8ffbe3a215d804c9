package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.PermissionDecision;

/**
 * A version that was submitted for release (docs/concepts.md, "Versions").
 *
 * @param appId       whose version it is
 * @param version     its name
 * @param submittedAt when
 * @param permissions what it asks for
 * @param dataRange   the range it asks for, and what became of it; absent when it asks for none
 * @param events      the events it wants to hear of
 * @param decisions   what became of each permission, in the order of {@code permissions}
 */
public record AppVersionJson(
        String appId,
        String version,
        Instant submittedAt,
        List<AskedJson> permissions,
        @Nullable RangeDecisionJson dataRange,
        List<String> events,
        List<PermissionDecisionJson> decisions) {

    /** Returns the form of a version. */
    public static AppVersionJson of(AppVersion version) {
        return new AppVersionJson(
                version.app().value(),
                version.version(),
                version.submittedAt(),
                version.decisions().stream().map(AskedJson::of).toList(),
                RangeDecisionJson.of(version.range()),
                version.events(),
                version.decisions().stream().map(PermissionDecisionJson::of).toList());
    }

    /**
     * One permission that a version asks for.
     *
     * @param name     of the permission
     * @param identity as whom the app would use it
     * @param reason   why; absent when that was not said
     */
    public record AskedJson(
            String name,

            @Schema(allowableValues = {"app", "user"}) String identity,

            @Nullable String reason) {

        static AskedJson of(PermissionDecision decision) {
            return new AskedJson(
                    decision.permission().name().value(),
                    decision.permission().identity().key(),
                    decision.reason());
        }
    }
}
