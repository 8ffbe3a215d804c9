package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.BOSS;
import static org.sightline.trust.internal.Server.EXT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.RemovalView;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustRequest;

class RemovalsTest {

    private final Server server = new Server(new InMemoryTenantStore(), new TestClock());
    private final TenantKey north = server.found("north", Plan.STARTER, null);
    private final TenantKey light = server.found("light", Plan.PRO, null);

    @BeforeEach
    void connect() {
        server.connect(light, north);
        server.commits.clear();
    }

    @AfterEach
    void stop() {
        server.calls.close();
    }

    private boolean related() {
        return Trust.related(server.now(north), server.now(light));
    }

    private void lightWantsToBeAsked() {
        server.relations.settings(light, EXT, any -> true, Switch::on);
    }

    private String ask() {
        return server.removals
                .remove(north, EXT, light)
                .value()
                .orElseThrow()
                .removal()
                .id();
    }

    private List<String> cards(TenantKey tenant) {
        List<String> cards = new ArrayList<>();
        for (TenantCommit commit : server.commits) {
            if (commit.tenant().equals(tenant)) {
                commit.notices().forEach(notice -> cards.add(notice.type().key() + " " + notice.recipients()));
            }
        }
        return cards;
    }

    @Test
    void endsAtOnceUnlessThePartnerWantsToBeAsked() {
        assertThat(server.removals.remove(north, EXT, light).value()).isEmpty();

        assertThat(related()).isFalse();
        assertThat(server.parties.partner(server.now(light), north)).isEmpty();
        assertThat(server.now(north).trust().removals()).isEmpty();
        assertThat(cards(north)).containsExactly("trust_removed [boss, ext]");
        assertThat(cards(light)).containsExactly("trust_removed [boss, ext]");
        Refused.with("not_found", () -> server.removals.remove(north, EXT, light));
        Refused.with("not_found", () -> server.relations.with(server.now(light), north));
    }

    @Test
    void whoRemovesDoesNotAskThemself() {
        lightWantsToBeAsked();
        assertThat(server.removals.remove(light, EXT, north).value()).isEmpty();
        assertThat(related()).isFalse();
    }

    @Test
    void waitsForThePartnersApproval() {
        lightWantsToBeAsked();
        String id = ask();

        assertThat(related()).isTrue();
        assertThat(cards(light)).contains("trust_removal_requested [boss, ext]");
        assertThat(cards(north)).contains("trust_removal_requested [boss, ext]");
        RemovalView here =
                server.relations.with(server.now(north), light).removal().orElseThrow();
        RemovalView there =
                server.relations.with(server.now(light), north).removal().orElseThrow();
        assertThat(here.removal().requestedBy()).isEqualTo("ext");
        assertThat(there.removal().requestedBy()).isNull();
        assertThat(List.of(here.outgoing(), there.outgoing())).containsExactly(true, false);
        Refused.with("conflict", () -> server.removals.remove(north, EXT, light));
        Refused.with("conflict", () -> server.removals.remove(light, EXT, north));
        Refused.with("forbidden", () -> server.removals.approve(north, BOSS, id));
        Refused.with("forbidden", () -> server.removals.withdraw(light, BOSS, id));
        server.share(north, light, SharingScope.NOBODY);

        RemovalView approved = server.removals.approve(light, BOSS, id).value();

        assertThat(approved.removal().state()).isEqualTo(RequestState.APPROVED);
        assertThat(related()).isFalse();
        assertThat(cards(north)).contains("trust_removal_approved [boss, ext]", "trust_removed [boss, ext]");
        assertThat(cards(light)).contains("trust_removal_approved [boss, ext]", "trust_removed [boss, ext]");
        Refused.with("already_decided", () -> server.removals.approve(light, BOSS, id));
        TrustRemoval told = server.now(north).trust().removal(id).orElseThrow();
        assertThat(told.requestedBy()).isEqualTo("ext");
        assertThat(told.decision().actor()).isNull();
        assertThat(server.now(light)
                        .trust()
                        .removal(id)
                        .orElseThrow()
                        .decision()
                        .actor())
                .isEqualTo("boss");
    }

    @Test
    void staysWhenItIsRejectedOrWithdrawn() {
        lightWantsToBeAsked();
        server.removals.reject(light, BOSS, ask());
        assertThat(related()).isTrue();
        assertThat(cards(north)).contains("trust_removal_rejected [boss, ext]");
        server.removals.withdraw(north, EXT, ask());
        assertThat(related()).isTrue();
        assertThat(server.now(light).trust().removals())
                .extracting(TrustRemoval::state)
                .containsExactly(RequestState.REJECTED, RequestState.WITHDRAWN);
    }

    @Test
    void stillNeedsItsDecisionWhenTheSettingIsSwitchedOff() {
        lightWantsToBeAsked();
        String id = ask();
        server.relations.settings(light, EXT, any -> true, Switch::off);
        assertThat(related()).isTrue();
        Refused.with("conflict", () -> server.removals.remove(north, EXT, light));
        server.removals.approve(light, BOSS, id);
        assertThat(related()).isFalse();
    }

    @Test
    void theSlotIsFreeAndANewRequestPossible() {
        lightWantsToBeAsked();
        server.removals.approve(light, BOSS, ask());
        assertThat(server.now(light).trust().parties()).isEmpty();
        server.connect(light, north);
        assertThat(server.relations.with(server.now(light), north).quota().used())
                .isEqualTo(1);
        assertThat(server.relations.with(server.now(light), north).removal()).isEmpty();
    }

    @Test
    void aTenantThatIsDeletedLeavesNothingBehind() {
        lightWantsToBeAsked();
        ask();
        TenantKey third = server.found("third", Plan.PRO, null);
        TenantKey fourth = server.found("fourth", Plan.PRO, null);
        server.ask(third, north);
        server.ask(fourth, light);
        String ofFourth = server.ask(north.equals(third) ? north : fourth, third);

        server.farewell.leaving(north, Actor.OPERATOR);
        server.farewell.leaving(fourth, Actor.OPERATOR);

        assertThat(related()).isFalse();
        TenantSnapshot left = server.now(light);
        assertThat(left.trust().parties()).isEmpty();
        assertThat(left.trust().removals()).extracting(TrustRemoval::state).containsExactly(RequestState.WITHDRAWN);
        assertThat(server.now(third).trust().requests())
                .extracting(TrustRequest::state)
                .containsExactly(RequestState.REJECTED, RequestState.WITHDRAWN);
        assertThat(server.now(third).trust().request(ofFourth)).isPresent();
        assertThat(cards(light)).contains("trust_removed [boss, ext]", "trust_request_withdrawn [boss, ext]");
    }
}
