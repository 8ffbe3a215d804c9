package org.sightline.directory.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.TenantCommit;

/** A change of two tenants in one transaction. Turns are taken by key, so that two such changes never block each other. */
final class JointChange<T> {

    private final LiveTenant own;
    private final LiveTenant partner;
    private final TenantKey ownKey;
    private final Actor actor;
    private final BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide;

    JointChange(
            LiveTenant own,
            LiveTenant partner,
            TenantKey ownKey,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide) {
        this.own = own;
        this.partner = partner;
        this.ownKey = ownKey;
        this.actor = actor;
        this.decide = decide;
    }

    Changed<T> run(boolean ownFirst) {
        own.refuseNesting();
        partner.refuseNesting();
        LiveTenant first = ownFirst ? own : partner;
        LiveTenant second = ownFirst ? partner : own;
        return first.inTurn(() -> second.inTurn(this::runInTurn));
    }

    private Changed<T> runInTurn() {
        TenantSnapshot ours = own.presentOrStored();
        TenantSnapshot theirs = partner.presentOrStored();
        long deadline = System.nanoTime() + LiveTenant.PERSISTENCE.toNanos();
        do {
            JointProposal<T> proposal = decide.apply(ours, theirs);
            List<TenantCommit> commits = commits(ours, theirs, proposal);
            if (commits.isEmpty()) {
                return Changed.nothing(proposal.result(), ours.revision());
            }
            if (own.committed(commits, List.of(own, partner))) {
                long revision = advance(own, ours, proposal.own());
                advance(partner, theirs, proposal.partner());
                return new Changed<>(new Committed<>(proposal.result(), revision), commits);
            }
            ours = own.caughtUp();
            theirs = partner.caughtUp();
        } while (deadline - System.nanoTime() > 0);
        throw own.outrun();
    }

    private List<TenantCommit> commits(TenantSnapshot ours, TenantSnapshot theirs, JointProposal<T> proposal) {
        List<TenantCommit> commits = new ArrayList<>(2);
        if (!proposal.own().changes().isEmpty()) {
            commits.add(own.commit(ours, actor, proposal.own()));
        }
        if (!proposal.partner().changes().isEmpty()) {
            commits.add(partner.commit(theirs, asSeenByPartner(), proposal.partner()));
        }
        return commits;
    }

    /** Who of a tenant acts is not the other one's business. */
    private Actor asSeenByPartner() {
        return switch (actor.kind()) {
            case USER, APP, PARTNER -> new Actor(ActorKind.PARTNER, ownKey.value());
            case OPERATOR, CONSOLE, SYSTEM -> actor;
        };
    }

    private static long advance(LiveTenant tenant, TenantSnapshot now, Proposal<?> proposal) {
        return proposal.changes().isEmpty()
                ? now.revision()
                : tenant.advance(now, proposal.changes()).revision();
    }
}
