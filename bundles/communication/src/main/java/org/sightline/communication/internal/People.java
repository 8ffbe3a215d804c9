package org.sightline.communication.internal;

import java.util.Optional;
import org.sightline.communication.model.Person;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Finds active members of any tenant; others are nobody here. */
final class People {

    private final Snapshots snapshots;

    People(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Returns a tenant's present state; empty when there is no such tenant. */
    Optional<TenantSnapshot> tenant(TenantKey key) {
        try {
            return Optional.of(snapshots.current(key));
        } catch (ProblemException e) {
            if (e.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns where somebody is, seen from a tenant; people of that tenant are looked for in the given state. */
    Optional<Located> find(TenantSnapshot own, Person person) {
        return keyOf(own).equals(person.tenant())
                ? in(own, person)
                : tenant(person.tenant()).flatMap(theirs -> in(theirs, person));
    }

    /** Returns where somebody is in a state of their tenant. */
    static Optional<Located> in(TenantSnapshot tenant, Person person) {
        int number = tenant.directory().memberNumber(person.user());
        return number != DirectorySnapshot.NONE && tenant.directory().isActive(number)
                ? Optional.of(new Located(tenant, number))
                : Optional.empty();
    }

    static TenantKey keyOf(TenantSnapshot tenant) {
        return tenant.directory().tenant().key();
    }

    /** Names a member by number. */
    static Person named(TenantSnapshot tenant, int number) {
        return new Person(keyOf(tenant), tenant.directory().member(number).id());
    }
}
