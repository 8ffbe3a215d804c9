package org.sightline.rest.internal.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.trust.TrustedParties;

/**
 * The states of trusted tenants that a list is read from: the newest at its beginning, afterwards those it was begun on,
 * for as long as both sides grant what they granted then (docs/api.md, "Lists over several tenants").
 */
final class PartnerStates {

    /** Pins a tenant that the list does not go to. */
    private static final long NOWHERE = 0;

    private final Call call;
    private final Page page;
    private final @Nullable TrustedParties trusted;

    /**
     * Reads for a page.
     *
     * @param trusted null while trusted parties are switched off, so that nobody is trusted
     */
    PartnerStates(Call call, Page page, @Nullable TrustedParties trusted) {
        this.call = call;
        this.page = page;
        this.trusted = trusted;
    }

    /**
     * Returns the state of one trusted tenant; empty when it is not trusted now.
     *
     * @throws org.sightline.problem.ProblemException {@code page_token_invalid} when the list cannot go on
     */
    Optional<TenantSnapshot> one(TenantKey partner) {
        TenantSnapshot own = page.snapshot();
        if (page.isFirst()) {
            return trusted == null ? Optional.empty() : trusted.partner(own, partner);
        }
        List<Long> pins = page.otherPins();
        if (pins.size() != 1) {
            throw Page.stale();
        }
        TenantSnapshot now = call.newest();
        Optional<TenantSnapshot> present = trusted == null ? Optional.empty() : trusted.partner(now, partner);
        return present.map(there -> pinned(own, now, there, pins.get(0)));
    }

    /**
     * Returns the states of all trusted tenants, by key.
     *
     * @throws org.sightline.problem.ProblemException {@code page_token_invalid} when the list cannot go on
     */
    List<TenantSnapshot> all() {
        TenantSnapshot own = page.snapshot();
        if (page.isFirst()) {
            return trusted == null ? List.of() : trusted.partners(own);
        }
        List<TenantKey> parties = List.copyOf(own.trust().parties().keySet());
        List<Long> pins = page.otherPins();
        if (pins.size() < parties.size()) {
            throw Page.stale();
        }
        TenantSnapshot now = call.newest();
        List<TenantSnapshot> states = new ArrayList<>();
        for (int at = 0; at < parties.size(); at++) {
            if (pins.get(at) != NOWHERE) {
                TenantSnapshot present = present(now, parties.get(at)).orElseThrow(Page::stale);
                states.add(pinned(own, now, present, pins.get(at)));
            }
        }
        return states;
    }

    private Optional<TenantSnapshot> present(TenantSnapshot own, TenantKey partner) {
        return trusted == null ? Optional.empty() : trusted.partner(own, partner);
    }

    private TenantSnapshot pinned(TenantSnapshot own, TenantSnapshot ownNow, TenantSnapshot partnerNow, long pin) {
        TenantKey ownKey = own.directory().tenant().key();
        TenantKey partnerKey = partnerNow.directory().tenant().key();
        TenantSnapshot partner = page.kept(partnerKey, pin);
        if (!grantsTheSame(own, ownNow, partnerKey) || !grantsTheSame(partner, partnerNow, ownKey)) {
            throw Page.stale();
        }
        return partner;
    }

    private static boolean grantsTheSame(TenantSnapshot then, TenantSnapshot now, TenantKey other) {
        return then.trust().party(other).equals(now.trust().party(other))
                && then.trust().permissionsFor(other).equals(now.trust().permissionsFor(other))
                && then.trust().rulesTowards(other).equals(now.trust().rulesTowards(other));
    }

    /** Returns by what the next page finds all these states. */
    List<Long> pins(List<TenantSnapshot> states) {
        List<Long> pins = new ArrayList<>();
        for (TenantKey party : page.snapshot().trust().parties().keySet()) {
            pins.add(states.stream()
                    .filter(state -> state.directory().tenant().key().equals(party))
                    .map(TenantSnapshot::revision)
                    .findFirst()
                    .orElse(NOWHERE));
        }
        return pins;
    }
}
