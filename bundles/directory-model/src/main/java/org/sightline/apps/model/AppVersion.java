package org.sightline.apps.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a developer submitted for release, and what became of it (docs/concepts.md, "Versions").
 *
 * @param app         whose version it is
 * @param version     its name, unique for the app
 * @param submittedAt when
 * @param decisions   one for each permission it asks for, in the developer's order
 * @param range       the data range it asks for; null when it asks for none
 * @param events      the events it wants to hear of
 */
public record AppVersion(
        AppId app,
        String version,
        Instant submittedAt,
        List<PermissionDecision> decisions,
        @Nullable RangeDecision range,
        List<String> events) {

    /** Takes copies of the lists. */
    public AppVersion {
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    /** Whether something of it waits for an administrator. */
    public boolean isPending() {
        return decisions.stream().anyMatch(PermissionDecision::isPending) || (range != null && range.isPending());
    }

    /** Returns the version with other decisions. */
    public AppVersion with(List<PermissionDecision> changed, @Nullable RangeDecision changedRange) {
        return new AppVersion(app, version, submittedAt, changed, changedRange, events);
    }
}
