package org.sightline.communication.model;

import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Names a member of any tenant; nobody has to be there.
 *
 * @param tenant whose member
 * @param user   which member
 */
public record Person(TenantKey tenant, UserId user) implements Comparable<Person> {

    /** Orders by tenant, then by user. */
    @Override
    public int compareTo(Person other) {
        int byTenant = tenant.compareTo(other.tenant);
        return byTenant != 0 ? byTenant : user.compareTo(other.user);
    }

    @Override
    public String toString() {
        return tenant + "/" + user;
    }
}
