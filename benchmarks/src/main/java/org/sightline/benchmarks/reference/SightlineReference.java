package org.sightline.benchmarks.reference;

import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.VisibilityPolicy;

/** The server's own engine, in process, without its database. */
public final class SightlineReference implements Reference {

    private final PlainServer server = new PlainServer();
    private TenantSnapshot snapshot =
            PlainServer.load(Organisation.of(1, org.sightline.benchmarks.organisation.Shape.TYPICAL, 0)
                    .state());
    private VisibilityEngine engine = server.engine(snapshot);

    @Override
    public String name() {
        return "Sightline's engine";
    }

    @Override
    public void load(Organisation organisation) {
        snapshot = PlainServer.load(organisation.state());
        engine = server.engine(snapshot);
    }

    @Override
    public boolean sees(int viewer, int target) {
        return engine.sees(viewer, target);
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int list(int viewer) {
        return engine.visibleTo(viewer).length;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void change(VisibilityPolicy policy) {
        snapshot = PlainServer.withPolicy(snapshot, policy);
        engine = server.engine(snapshot);
    }
}
