package org.sightline.visibility.internal.shadow;

import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.ShadowStore;

/**
 * A question that was answered.
 *
 * @param state   what was asked about
 * @param viewer  a member's number there
 * @param member  another one's
 * @param visible what was answered
 */
record Question(TenantSnapshot state, int viewer, int member, boolean visible) {

    /** Returns the two by their ids. */
    ShadowStore.Pair pair() {
        return new ShadowStore.Pair(id(viewer), id(member));
    }

    private UserId id(int number) {
        return state.directory().member(number).id();
    }
}
