package org.sightline.events;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.events.model.EventType;

/** Which permissions open which events, one being enough (docs/concepts.md, "Events"). */
public final class EventPermissions {

    private static final Need NOTHING = new Need(List.of(), List.of());

    private EventPermissions() {}

    /**
     * Returns the permissions of which one opens an event; none when an identity cannot be told of it at all: what
     * happens in the directory is for an app itself, within its data range.
     */
    public static List<PermissionName> opening(EventType event, Identity identity) {
        return NeededPermissions.shipped()
                .events()
                .getOrDefault(event.subject().key(), NOTHING)
                .of(identity);
    }

    /** Whether permissions open an event. */
    public static boolean open(EventType event, Identity identity, Set<PermissionName> held) {
        return opening(event, identity).stream().anyMatch(held::contains);
    }

    /** Whether what an app was granted opens an event for an identity. */
    public static boolean open(EventType event, Identity identity, SortedMap<AppPermission, AppGrant> granted) {
        return opening(event, identity).stream()
                .anyMatch(name -> granted.containsKey(new AppPermission(name, identity)));
    }
}
