package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.RangeDecision;

/**
 * What became of the data range that a version asks for.
 *
 * @param requested what it asks for
 * @param granted   what is in force by this decision; what was before while it waits or when it was rejected
 * @param state     {@code granted} also when it was narrowed
 */
public record RangeDecisionJson(
        DataRangeJson requested,
        DataRangeJson granted,

        @Schema(allowableValues = {"granted", "pending", "rejected"})
        String state) {

    /** Returns the form of a decision; null for none. */
    static @Nullable RangeDecisionJson of(@Nullable RangeDecision decision) {
        return decision == null
                ? null
                : new RangeDecisionJson(
                        DataRangeJson.of(decision.requested()),
                        DataRangeJson.of(decision.granted()),
                        decision.state().key());
    }
}
