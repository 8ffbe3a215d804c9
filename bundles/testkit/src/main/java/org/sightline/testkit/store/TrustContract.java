package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.RuleId;

/** A tenant's trusted parties come back from a store, now and as they were at any revision. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class TrustContract {

    private static final TenantKey ACME = new TenantKey("acme");

    private StoredTenant tenant;

    /** Returns the store; may be the same for all tests, each uses tenants of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(store());
        tenant.create();
    }

    private void commit(TrustChange... changes) {
        tenant.commit(List.of(changes).stream().map(ChangeTrust::new).toArray(StateChange[]::new));
    }

    @Test
    void aTenantBeginsWithoutTrust() {
        assertThat(tenant.newest().trust()).isEqualTo(TrustState.EMPTY);
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        commit(Specimens.trust().toArray(TrustChange[]::new));

        assertThat(tenant.newest().trust()).isEqualTo(TrustState.EMPTY.with(Specimens.trust()));
        assertThat(tenant.at(1).trust()).isEqualTo(TrustState.EMPTY);
    }

    @Test
    void rulesAreListedAsTheyWereMade() {
        commit(Specimens.trust().toArray(TrustChange[]::new));

        assertThat(tenant.newest().trust().rulesTowards(ACME))
                .extracting(CollaborationRule::id)
                .containsExactly(new RuleId("Early"), new RuleId("late"));
    }

    @Test
    void aPartyThatIsGoneTakesItsRulesAlongAndNoOthers() {
        commit(Specimens.trust().toArray(TrustChange[]::new));
        commit(new TrustChange.RemoveParty(ACME));

        TrustState trust = tenant.newest().trust();
        assertThat(trust.party(ACME)).isEmpty();
        assertThat(trust.rulesTowards(ACME)).isEmpty();
        assertThat(trust.rulesTowards(new TenantKey("Acme"))).hasSize(1);
        assertThat(tenant.at(2).trust().rulesTowards(ACME)).hasSize(2);
    }

    @Test
    void aRelationThatEndsAndBeginsAtOnceKeepsOnlyItsNewRules() {
        commit(Specimens.trust().toArray(TrustChange[]::new));
        commit(
                new TrustChange.RemoveParty(ACME),
                new TrustChange.PutParty(Specimens.party("acme")),
                new TrustChange.PutRule(ACME, Specimens.collaboration("late", 9)));

        assertThat(tenant.newest().trust().rulesTowards(ACME)).containsExactly(Specimens.collaboration("late", 9));
    }

    @Test
    void aRuleThatIsGoneIsGone() {
        commit(Specimens.trust().toArray(TrustChange[]::new));
        commit(new TrustChange.RemoveRule(ACME, new RuleId("late")));

        assertThat(tenant.newest().trust().rulesTowards(ACME)).containsExactly(Specimens.collaboration("Early", -5));
    }

    @Test
    void anInvitationLeadsToItsTenantWhileItIsAlive() {
        String digest = "digest-" + tenant.key();
        assertThat(store().invitingTenant(digest)).isEmpty();

        commit(new TrustChange.PutInvitation(Specimens.invitation(digest)));
        assertThat(store().invitingTenant(digest)).contains(tenant.key());

        commit(new TrustChange.RemoveInvitation(digest));
        assertThat(store().invitingTenant(digest)).isEmpty();
    }

    @Test
    void aDroppedTenantInvitesNobody() {
        String digest = "digest-" + tenant.key();
        commit(new TrustChange.PutInvitation(Specimens.invitation(digest)));

        store().drop(tenant.key(), Specimens.dropped(tenant.key()));

        assertThat(store().invitingTenant(digest)).isEmpty();
    }

    @Test
    void twoTenantsChangeTogetherOrNotAtAll() {
        StoredTenant other = new StoredTenant(store());
        other.create();
        TenantCommit ours = tenant.changes(1, new ChangeTrust(new TrustChange.PutParty(Specimens.party("acme"))));
        TenantCommit theirs = other.changes(1, new ChangeTrust(new TrustChange.PutParty(Specimens.party("acme"))));

        store().commit(List.of(ours, theirs));

        assertThat(tenant.newest().trust().party(ACME)).isPresent();
        assertThat(other.newest().trust().party(ACME)).isPresent();
        assertThat(tenant.newest().revision()).isEqualTo(2);
        assertThat(other.newest().revision()).isEqualTo(2);
    }
}
