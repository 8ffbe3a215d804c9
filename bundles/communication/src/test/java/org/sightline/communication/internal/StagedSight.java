package org.sightline.communication.internal;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.apps.model.DataRange;
import org.sightline.communication.model.Person;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** Sight and trust as a test sets them, in place of rules and relations. */
final class StagedSight implements Visibility, TrustedParties {

    /** One member sees another one. */
    record Pair(Person viewer, Person target) {}

    final Set<Pair> sees = new HashSet<>();
    final Set<Pair> finds = new HashSet<>();
    final Set<Pair> browses = new HashSet<>();
    final Set<Set<TenantKey>> trusts = new HashSet<>();
    private final Snapshots snapshots;

    StagedSight(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public VisibilityEngine engine(TenantSnapshot snapshot) {
        return (VisibilityEngine) Proxy.newProxyInstance(
                VisibilityEngine.class.getClassLoader(),
                new Class<?>[] {VisibilityEngine.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("sees")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return holds(sees, snapshot, (int) arguments[0], snapshot, (int) arguments[1]);
                });
    }

    private static boolean holds(Set<Pair> pairs, TenantSnapshot own, int viewer, TenantSnapshot theirs, int target) {
        Person who = People.named(own, viewer);
        Person whom = People.named(theirs, target);
        return own.directory().isActive(viewer)
                && theirs.directory().isActive(target)
                && (who.equals(whom) || pairs.contains(new Pair(who, whom)));
    }

    @Override
    public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
        return (SightAcross) Proxy.newProxyInstance(
                SightAcross.class.getClassLoader(), new Class<?>[] {SightAcross.class}, (proxy, method, arguments) -> {
                    Set<Pair> pairs =
                            switch (method.getName()) {
                                case "finds" -> finds;
                                case "browses" -> browses;
                                default -> throw new UnsupportedOperationException(method.getName());
                            };
                    return trusted(own, partner) && holds(pairs, own, (int) arguments[0], partner, (int) arguments[1]);
                });
    }

    @Override
    public RangeSight range(TenantSnapshot snapshot, DataRange range) {
        throw new UnsupportedOperationException("no app asks here");
    }

    private boolean trusted(TenantSnapshot own, TenantSnapshot partner) {
        return trusts.contains(Set.of(People.keyOf(own), People.keyOf(partner)));
    }

    @Override
    public Optional<TenantSnapshot> partner(TenantSnapshot own, TenantKey partner) {
        return trusts.contains(Set.of(People.keyOf(own), partner))
                ? Optional.of(snapshots.current(partner))
                : Optional.empty();
    }

    @Override
    public List<TenantSnapshot> partners(TenantSnapshot own) {
        throw new UnsupportedOperationException();
    }
}
