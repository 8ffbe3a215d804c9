package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.RemovalView;

/**
 * What became of the wish to end a relation.
 *
 * @param state     {@code removed}, or {@code removal_pending} while the other side has to approve it
 * @param removalId the removal that waits; absent when the relation has ended
 */
public record TrustEndJson(
        @Schema(allowableValues = {"removed", "removal_pending"})
        String state,

        @Nullable String removalId) {

    /** Returns the form of what became of it. */
    public static TrustEndJson of(Optional<RemovalView> waiting) {
        return waiting.map(view ->
                        new TrustEndJson("removal_pending", view.removal().id()))
                .orElseGet(() -> new TrustEndJson("removed", null));
    }
}
