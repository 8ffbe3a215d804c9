package org.sightline.organisations.internal;

import java.util.List;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A sample organisation, ready to be created.
 *
 * @param tenant        its settings
 * @param administrator its primary administrator, one of its members
 * @param lines         its directory as JSON lines (docs/import.md)
 * @param policy        who may see whom
 * @param viewer        somebody worth asking about
 * @param target        whom to ask about with this viewer
 */
record Organisation(
        Tenant tenant, Member administrator, String lines, VisibilityPolicy policy, UserId viewer, UserId target) {

    /** Returns all sample organisations. */
    static List<Organisation> all() {
        return List.of(Hikari.organisation(), Nordwind.organisation());
    }
}
