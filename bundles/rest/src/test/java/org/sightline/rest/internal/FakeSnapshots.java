package org.sightline.rest.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** States that a test puts there. */
public final class FakeSnapshots implements Snapshots {

    private final Map<TenantKey, TenantSnapshot> states = new ConcurrentHashMap<>();

    /** Makes a state the newest one of its tenant. */
    public void put(TenantSnapshot state) {
        states.put(state.directory().tenant().key(), state);
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        TenantSnapshot state = states.get(tenant);
        if (state == null) {
            throw Problem.notFound("there is no tenant `" + tenant + "`").exception();
        }
        return state;
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        TenantSnapshot state = current(tenant);
        if (state.revision() < atLeast) {
            throw Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "not there yet")
                    .exception();
        }
        return state;
    }
}
