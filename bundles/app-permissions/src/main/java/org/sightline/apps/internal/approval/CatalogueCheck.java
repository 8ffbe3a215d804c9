package org.sightline.apps.internal.approval;

import java.util.List;
import java.util.Optional;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Permission;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;

/** Whether a permission that somebody names is in the catalogue. */
public final class CatalogueCheck {

    private CatalogueCheck() {}

    /**
     * Returns what is wrong; nothing when the permission exists for the identity.
     *
     * @param pointer to the object that names it
     */
    public static List<Fault> faults(AppPermissions catalogue, AppPermission named, String pointer) {
        Optional<Permission> known = catalogue.find(named.name());
        if (known.isEmpty()) {
            return List.of(new Fault(
                    pointer + "/name",
                    Codes.INVALID,
                    "there is no permission `" + named.name() + "`; GET /app-permissions lists all"));
        }
        if (known.get().use(named.identity()).isEmpty()) {
            return List.of(new Fault(
                    pointer + "/identity",
                    Codes.INVALID,
                    "the permission `" + named.name() + "` does not exist for the identity `"
                            + named.identity().key() + "`"));
        }
        return List.of();
    }
}
