package org.sightline.communication.internal;

import java.util.Optional;
import java.util.function.Function;
import org.sightline.audit.Actor;
import org.sightline.communication.model.Person;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.ProblemException;

/** Changes what two members have with each other: both sides in one transaction, also when they are of two tenants. */
final class BothSides {

    private final Changes changes;
    private final People people;

    BothSides(Changes changes, People people) {
        this.changes = changes;
        this.people = people;
    }

    /**
     * The present states.
     *
     * @param own    of the member's tenant
     * @param theirs of the other one's, the same object when it is the same tenant; empty when there is no such tenant
     */
    record Sides(TenantSnapshot own, Optional<TenantSnapshot> theirs) {

        Optional<Located> find(Person peer) {
            return theirs.flatMap(tenant -> People.in(tenant, peer));
        }
    }

    <T> Committed<T> change(Person self, Actor actor, Person peer, Function<Sides, Outcome<T>> decide) {
        if (self.tenant().equals(peer.tenant())) {
            return changes.apply(self.tenant(), actor, own -> decide.apply(new Sides(own, Optional.of(own)))
                    .withinOneTenant());
        }
        if (people.tenant(peer.tenant()).isEmpty()) {
            return alone(self, actor, decide);
        }
        try {
            return changes.applyJointly(self.tenant(), peer.tenant(), actor, (own, theirs) -> decide.apply(
                            new Sides(own, Optional.of(theirs)))
                    .overTwoTenants());
        } catch (ProblemException e) {
            if (people.tenant(peer.tenant()).isPresent()) {
                throw e;
            }
            // Deleted just now, and that is not told to anybody.
            return alone(self, actor, decide);
        }
    }

    private <T> Committed<T> alone(Person self, Actor actor, Function<Sides, Outcome<T>> decide) {
        return changes.apply(self.tenant(), actor, own -> decide.apply(new Sides(own, Optional.empty()))
                .withinOneTenant());
    }
}
