package org.sightline.trust.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.model.RuleId;

/**
 * A tenant's trusted parties at one revision: its half of every relation, and how they came and go. Immutable; lists are
 * in order of creation.
 *
 * @param settings    for all parties
 * @param parties     our half of each relation
 * @param rules       the collaboration rules of each relation that has any
 * @param invitations those that are alive
 * @param requests    in both directions, decided ones included
 * @param removals    in both directions, decided ones included
 */
public record TrustState(
        TrustSettings settings,
        SortedMap<TenantKey, TrustedParty> parties,
        SortedMap<TenantKey, List<CollaborationRule>> rules,
        List<Invitation> invitations,
        List<TrustRequest> requests,
        List<TrustRemoval> removals) {

    private static final Comparator<CollaborationRule> RULES =
            Comparator.comparing(CollaborationRule::createdAt).thenComparing(CollaborationRule::id);
    private static final Comparator<Invitation> INVITATIONS =
            Comparator.comparing(Invitation::createdAt).thenComparing(Invitation::codeDigest);
    private static final Comparator<TrustRequest> REQUESTS =
            Comparator.comparing(TrustRequest::createdAt).thenComparing(TrustRequest::id);
    private static final Comparator<TrustRemoval> REMOVALS =
            Comparator.comparing(TrustRemoval::createdAt).thenComparing(TrustRemoval::id);

    /** As every tenant begins. */
    public static final TrustState EMPTY =
            new TrustState(TrustSettings.DEFAULT, new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of());

    /** Takes copies and puts everything in order. */
    public TrustState {
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
        SortedMap<TenantKey, List<CollaborationRule>> sorted = new TreeMap<>();
        rules.forEach((partner, each) -> sorted.put(partner, inOrder(each, RULES)));
        rules = Collections.unmodifiableSortedMap(sorted);
        invitations = inOrder(invitations, INVITATIONS);
        requests = inOrder(requests, REQUESTS);
        removals = inOrder(removals, REMOVALS);
    }

    private static <T> List<T> inOrder(Collection<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    /** Returns our half of the relation with a tenant; empty when there is none. */
    public Optional<TrustedParty> party(TenantKey partner) {
        return Optional.ofNullable(parties.get(partner));
    }

    /** Returns the collaboration rules towards a partner, in order; empty when there is none. */
    public List<CollaborationRule> rulesTowards(TenantKey partner) {
        return rules.getOrDefault(partner, List.of());
    }

    /** Returns what we permit a partner; empty when there is no relation. */
    public Optional<TrustPermissions> permissionsFor(TenantKey partner) {
        return party(partner).map(party -> party.permissions(settings.defaults()));
    }

    /** Returns one request; empty for an unknown id. */
    public Optional<TrustRequest> request(String id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** Returns one removal; empty for an unknown id. */
    public Optional<TrustRemoval> removal(String id) {
        return removals.stream().filter(removal -> removal.id().equals(id)).findFirst();
    }

    /** Returns the removal that the relation with a partner waits for; empty when it waits for none. */
    public Optional<TrustRemoval> pendingRemoval(TenantKey partner) {
        @Nullable TrustedParty party = parties.get(partner);
        return party == null
                ? Optional.empty()
                : removals.stream()
                        .filter(removal -> removal.state() == RequestState.PENDING
                                && removal.relationId().equals(party.relationId()))
                        .findFirst();
    }

    /** Returns the state after changes, in their order. */
    public TrustState with(Collection<TrustChange> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Edit edit = new Edit(this);
        changes.forEach(edit::take);
        return edit.state();
    }

    /** A state being changed. */
    private static final class Edit {

        private TrustSettings settings;
        private final SortedMap<TenantKey, TrustedParty> parties;
        private final SortedMap<TenantKey, List<CollaborationRule>> rules;
        private final List<Invitation> invitations;
        private final List<TrustRequest> requests;
        private final List<TrustRemoval> removals;

        Edit(TrustState state) {
            settings = state.settings;
            parties = new TreeMap<>(state.parties);
            rules = new TreeMap<>(state.rules);
            invitations = new ArrayList<>(state.invitations);
            requests = new ArrayList<>(state.requests);
            removals = new ArrayList<>(state.removals);
        }

        void take(TrustChange change) {
            if (change instanceof TrustChange.PutSettings put) {
                settings = put.settings();
            } else if (change instanceof TrustChange.PutParty put) {
                parties.put(put.party().partner(), put.party());
            } else if (change instanceof TrustChange.RemoveParty remove) {
                parties.remove(remove.partner());
                rules.remove(remove.partner());
            } else if (change instanceof TrustChange.PutRule put) {
                putRule(put.partner(), put.rule().id(), put.rule());
            } else if (change instanceof TrustChange.RemoveRule remove) {
                putRule(remove.partner(), remove.id(), null);
            } else {
                takeRequest(change);
            }
        }

        private void takeRequest(TrustChange change) {
            if (change instanceof TrustChange.PutInvitation put) {
                invitations.removeIf(
                        old -> old.codeDigest().equals(put.invitation().codeDigest()));
                invitations.add(put.invitation());
            } else if (change instanceof TrustChange.RemoveInvitation remove) {
                invitations.removeIf(old -> old.codeDigest().equals(remove.codeDigest()));
            } else if (change instanceof TrustChange.PutRequest put) {
                requests.removeIf(old -> old.id().equals(put.request().id()));
                requests.add(put.request());
            } else if (change instanceof TrustChange.PutRemoval put) {
                removals.removeIf(old -> old.id().equals(put.removal().id()));
                removals.add(put.removal());
            }
        }

        private void putRule(TenantKey partner, RuleId id, @Nullable CollaborationRule rule) {
            List<CollaborationRule> changed = new ArrayList<>(rules.getOrDefault(partner, List.of()));
            changed.removeIf(old -> old.id().equals(id));
            if (rule != null) {
                changed.add(rule);
            }
            rules.remove(partner);
            if (!changed.isEmpty()) {
                rules.put(partner, changed);
            }
        }

        TrustState state() {
            return new TrustState(settings, parties, rules, invitations, requests, removals);
        }
    }
}
