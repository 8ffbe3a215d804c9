package org.sightline.spi;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.Tenant;

/**
 * Changes what a plan allows. Register an implementation as an OSGi service; of several that answer, the one with the
 * highest service ranking counts, and where none answers the built-in table does (docs/concepts.md, "Plans").
 */
@ConsumerType
public interface PlanQuotaPolicy {

    /** Returns how many supplementary rules the tenant may have over both sets; empty for no opinion. */
    default OptionalInt supplementaryRules(Tenant tenant) {
        return OptionalInt.empty();
    }

    /** Returns how many trusted parties the tenant may sponsor; empty for no opinion. */
    default OptionalInt trustedParties(Tenant tenant) {
        return OptionalInt.empty();
    }
}
