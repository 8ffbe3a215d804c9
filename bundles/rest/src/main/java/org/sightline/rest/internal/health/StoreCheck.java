package org.sightline.rest.internal.health;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;

/** Looks whether the database answers. */
@Component
public final class StoreCheck implements HealthCheck {

    /** Any key does: only whether there is an answer counts. */
    private static final TenantKey ANY = new TenantKey("health");

    private final TenantStore store;

    /** Creates the check. */
    @Activate
    public StoreCheck(@Reference TenantStore store) {
        this.store = store;
    }

    @Override
    public String part() {
        return "store";
    }

    @Override
    public Health look() {
        try {
            store.revision(ANY);
            return Health.UP;
        } catch (StoreUnavailableException e) {
            return Health.down("the database does not answer: changes are refused until it does");
        }
    }
}
