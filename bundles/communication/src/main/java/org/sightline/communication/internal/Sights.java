package org.sightline.communication.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;

/** Asks the one judge of sight, inside a tenant and across a trust. */
final class Sights {

    private static final Sight NONE = new Sight(Relation.STRANGERS, false, false);

    private final Visibility visibility;
    private final Supplier<@Nullable TrustedParties> parties;

    /**
     * Creates it.
     *
     * @param parties gives null while trusted parties are switched off, when all other tenants are strangers
     */
    Sights(Visibility visibility, Supplier<@Nullable TrustedParties> parties) {
        this.visibility = visibility;
        this.parties = parties;
    }

    /** Returns what a member sees of somebody. */
    Sight of(TenantSnapshot own, int viewer, Located target) {
        TenantKey theirs = People.keyOf(target.tenant());
        if (People.keyOf(own).equals(theirs)) {
            boolean sees = visibility.engine(own).sees(viewer, target.number());
            return new Sight(Relation.SAME_TENANT, sees, sees);
        }
        TrustedParties trust = parties.get();
        if (trust == null || trust.partner(own, theirs).isEmpty()) {
            return NONE;
        }
        SightAcross across = visibility.across(own, target.tenant());
        boolean finds = across.finds(viewer, target.number());
        return new Sight(Relation.TRUSTED, finds || across.browses(viewer, target.number()), finds);
    }
}
