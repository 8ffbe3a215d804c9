package org.sightline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppState;
import org.sightline.events.model.Subscriptions;
import org.sightline.trust.model.TrustState;

/**
 * What is different in a tenant since an earlier revision, as stored.
 *
 * @param revision       the one this leads to
 * @param changes        of the directory, the policy and the operator's access, each thing at most once; new members in
 *                       the order of their numbers
 * @param policyRevision the one with which the policy came; without meaning when {@code changes} has none
 * @param trust          null when it is as it was
 * @param apps           null when they are as they were
 * @param subscriptions  null when they are as they were
 */
public record StoredChanges(
        long revision,
        List<StateChange> changes,
        long policyRevision,
        @Nullable TrustState trust,
        @Nullable AppState apps,
        @Nullable Subscriptions subscriptions) {

    /** Takes a copy of the list. */
    public StoredChanges {
        changes = List.copyOf(changes);
    }
}
