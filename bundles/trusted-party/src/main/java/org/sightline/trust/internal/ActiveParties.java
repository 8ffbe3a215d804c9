package org.sightline.trust.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.TrustedParties;

/** Partners by their newest snapshots; a half whose other half is missing is no relation. */
@Component
public final class ActiveParties implements TrustedParties {

    private final Snapshots snapshots;

    /** Looks partners up in these. */
    @Activate
    public ActiveParties(@Reference(name = "snapshots") Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Optional<TenantSnapshot> partner(TenantSnapshot own, TenantKey partner) {
        if (own.trust().party(partner).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(Trust.find(snapshots, partner)).filter(found -> Trust.related(own, found));
    }

    @Override
    public List<TenantSnapshot> partners(TenantSnapshot own) {
        return own.trust().parties().keySet().stream()
                .map(key -> partner(own, key).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
