package org.sightline.apps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.DataRange;

/**
 * A version as a developer submits it.
 *
 * @param version     its name
 * @param permissions what it asks for, each at most once
 * @param range       whose data it wants to reach as itself; null to leave that as it is
 * @param events      the events it wants to hear of
 */
public record Submission(
        String version,
        List<RequestedPermission> permissions,
        @Nullable DataRange range,
        List<String> events) {

    /** Takes copies of the lists. */
    public Submission {
        permissions = List.copyOf(permissions);
        events = List.copyOf(events);
    }

    /**
     * One permission that a version asks for.
     *
     * @param permission which one, and for which identity
     * @param reason     why; null for no reason given
     */
    public record RequestedPermission(
            AppPermission permission, @Nullable String reason) {}
}
