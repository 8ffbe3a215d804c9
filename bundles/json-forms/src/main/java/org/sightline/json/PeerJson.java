package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.model.Person;

/**
 * Names the other one of two who communicate.
 *
 * @param peer must be there
 */
public record PeerJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        PersonJson peer) {

    /**
     * Returns whom this form names.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Person toModel() {
        Faults faults = Faults.none();
        PersonJson named = peer;
        if (named == null) {
            faults.missing("peer");
            named = new PersonJson("unnamed", "unnamed");
        }
        Person person = named.toModel(faults.below("peer"));
        faults.refuseIfAny();
        return person;
    }
}
