package org.sightline.communication.internal;

import org.sightline.directory.TenantSnapshot;

/**
 * An active member in a state of their tenant.
 *
 * @param tenant the state
 * @param number the member's number in it
 */
record Located(TenantSnapshot tenant, int number) {

    String name() {
        return tenant.directory().member(number).name();
    }
}
