package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.ReviewedVersion;

/**
 * The task of deciding on what a version asks for (docs/concepts.md, "Reviews").
 *
 * @param reviewId  over the whole server
 * @param appId     whose version it is
 * @param version   which version
 * @param state     {@code open} while something waits
 * @param createdAt when it was opened
 * @param closedAt  when nothing was left to decide; absent while it is open
 * @param decisions what became of each permission of the version
 * @param dataRange what became of its data range; absent when it asks for none
 */
public record AppReviewJson(
        String reviewId,
        String appId,
        String version,

        @Schema(allowableValues = {"open", "closed"}) String state,

        Instant createdAt,
        @Nullable Instant closedAt,
        List<PermissionDecisionJson> decisions,
        @Nullable RangeDecisionJson dataRange) {

    /** Returns the form of a review. */
    public static AppReviewJson of(ReviewedVersion reviewed) {
        return new AppReviewJson(
                reviewed.review().id(),
                reviewed.review().app().value(),
                reviewed.review().version(),
                reviewed.review().isOpen() ? "open" : "closed",
                reviewed.review().createdAt(),
                reviewed.review().closedAt(),
                reviewed.version().decisions().stream()
                        .map(PermissionDecisionJson::of)
                        .toList(),
                RangeDecisionJson.of(reviewed.version().range()));
    }
}
