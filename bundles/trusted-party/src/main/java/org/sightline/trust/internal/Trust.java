package org.sightline.trust.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.trust.TenantName;
import org.sightline.trust.model.TrustedParty;

/** What all parts of this room ask: is there a relation, who is the other one, what time is it. */
public final class Trust {

    private Trust() {}

    /** Returns the tenant of a snapshot. */
    public static Tenant tenant(TenantSnapshot snapshot) {
        return snapshot.directory().tenant();
    }

    /** Returns the key of a snapshot's tenant. */
    public static TenantKey key(TenantSnapshot snapshot) {
        return tenant(snapshot).key();
    }

    /** Returns the name of a snapshot's tenant. */
    public static TenantName name(TenantSnapshot snapshot) {
        return new TenantName(key(snapshot), tenant(snapshot).name());
    }

    /** Returns the name of a tenant, which may be gone. */
    public static TenantName name(Snapshots snapshots, TenantKey tenant) {
        TenantSnapshot found = find(snapshots, tenant);
        return found == null ? new TenantName(tenant, tenant.value()) : name(found);
    }

    /** Returns a tenant's newest state; null when there is no such tenant. */
    public static @Nullable TenantSnapshot find(Snapshots snapshots, TenantKey tenant) {
        try {
            return snapshots.current(tenant);
        } catch (ProblemException e) {
            if (e.problem().kind() == ProblemKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Whether the two have the same relation. */
    public static boolean related(TenantSnapshot own, TenantSnapshot partner) {
        TrustedParty ours = own.trust().party(key(partner)).orElse(null);
        TrustedParty theirs = partner.trust().party(key(own)).orElse(null);
        return ours != null && theirs != null && ours.relationId().equals(theirs.relationId());
    }

    /**
     * Returns our half of the relation.
     *
     * @throws ProblemException {@code not_found} unless both sides have it
     */
    public static TrustedParty half(TenantSnapshot own, TenantSnapshot partner) {
        if (!related(own, partner)) {
            throw noParty(key(partner));
        }
        return own.trust().party(key(partner)).orElseThrow(() -> noParty(key(partner)));
    }

    /** Returns the refusal for a tenant that is no trusted party, whether it exists or not. */
    public static ProblemException noParty(TenantKey partner) {
        return Problem.notFound("there is no trusted party `" + partner + "`").exception();
    }

    /** Returns the present moment as precisely as it is kept. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns a fresh id. */
    public static String freshId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Returns the member who acts; null when it is no member. */
    public static @Nullable String person(Actor actor) {
        return actor.kind() == ActorKind.USER ? actor.id() : null;
    }
}
