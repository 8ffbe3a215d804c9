package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** The audit log tells what was committed, newest first, to whom it concerns. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class AuditContract {

    private TenantKey tenant;

    /** Returns the store; may be the same for all tests, each uses tenants of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void createTenantWithThreeChanges() {
        tenant = TenantKey.random();
        AuditEntry created = new AuditEntry(
                Specimens.NOON,
                Actor.OPERATOR,
                "tenant.create",
                "tenant",
                tenant.value(),
                null,
                Specimens.tenant(tenant),
                1);
        store().commit(List.of(
                new TenantCommit(tenant, 0, List.of(new PutTenant(Specimens.tenant(tenant))), List.of(created))));
        commit(1, entry(1, "anna", "user.create", "a"), entry(1, "anna", "user.create", "A"));
        commit(2, entry(2, "bert", "user.update", "a"));
    }

    private void commit(long expectedRevision, AuditEntry... entries) {
        store().commit(List.of(new TenantCommit(
                tenant,
                expectedRevision,
                List.of(new PutMember(Specimens.member("m" + expectedRevision, "Zoé"))),
                List.of(entries))));
    }

    private static AuditEntry entry(int minute, String actor, String action, String object) {
        return Specimens.entry(Specimens.NOON.plus(Duration.ofMinutes(minute)), actor, action, object, minute + 1L);
    }

    @Test
    void entriesComeNewestFirst() {
        assertThat(find(null, null, null, null, null, 0, 10))
                .extracting(AuditEntry::action, AuditEntry::objectId, AuditEntry::revision)
                .containsExactly(
                        tuple("user.update", "a", 3L),
                        tuple("user.create", "A", 2L),
                        tuple("user.create", "a", 2L),
                        tuple("tenant.create", tenant.value(), 1L));
    }

    @Test
    void anEntryComesBackWithItsValuesAsJsonText() {
        AuditEntry newest = find(null, null, null, null, null, 0, 1).get(0);

        assertThat(newest.at()).isEqualTo(Specimens.NOON.plus(Duration.ofMinutes(2)));
        assertThat(newest.actor()).isEqualTo(new Actor(ActorKind.USER, "bert"));
        assertThat(newest.objectKind()).isEqualTo("user");
        assertThat(newest.before()).isNull();
        assertThat(newest.after()).isInstanceOf(String.class).asString().contains("Zoé");
    }

    @Test
    void whatChangesNothingIsWrittenDownWithoutARevision() {
        store().note(tenant, entry(3, "cleo", "contacts.view_as", "a"));
        store().note(TenantKey.random(), entry(3, "cleo", "contacts.view_as", "a"));

        assertThat(find(null, null, "cleo", null, null, 0, 10))
                .extracting(AuditEntry::action)
                .containsExactly("contacts.view_as");
        assertThat(store().revision(tenant)).hasValue(3);
    }

    @Test
    void eachFilterRestricts() {
        Instant first = Specimens.NOON.plus(Duration.ofMinutes(1));
        Instant second = Specimens.NOON.plus(Duration.ofMinutes(2));
        assertThat(find(first, null, null, null, null, 0, 10)).hasSize(3);
        assertThat(find(null, first, null, null, null, 0, 10)).hasSize(1);
        assertThat(find(first, second, null, null, null, 0, 10)).hasSize(2);
        assertThat(find(null, null, "anna", null, null, 0, 10)).hasSize(2);
        assertThat(find(null, null, "Anna", null, null, 0, 10)).isEmpty();
        assertThat(find(null, null, null, "a", null, 0, 10)).hasSize(2);
        assertThat(find(null, null, null, "A", null, 0, 10)).hasSize(1);
        assertThat(find(null, null, null, null, "user.create", 0, 10)).hasSize(2);
        assertThat(find(first, null, "anna", "A", "user.create", 0, 10)).hasSize(1);
    }

    @Test
    void theRevisionInForceIsThatOfTheLastChangeBefore() {
        Instant first = Specimens.NOON.plus(Duration.ofMinutes(1));
        assertThat(store().revisionAt(tenant, Specimens.NOON.minusNanos(1_000))).isEmpty();
        assertThat(store().revisionAt(tenant, Specimens.NOON)).hasValue(1);
        assertThat(store().revisionAt(tenant, first.minusNanos(1_000))).hasValue(1);
        assertThat(store().revisionAt(tenant, first)).hasValue(2);
        assertThat(store().revisionAt(tenant, first.plus(Duration.ofDays(1)))).hasValue(3);
        assertThat(store().revisionAt(TenantKey.random(), first)).isEmpty();
    }

    @Test
    void whatIsNotedLaterLeavesTheRevisionInForceAlone() {
        store().note(tenant, entry(1, "cleo", "contacts.view_as", "a"));

        assertThat(store().revisionAt(tenant, Specimens.NOON.plus(Duration.ofDays(1))))
                .hasValue(3);
    }

    @Test
    void offsetAndLimitCutAPage() {
        assertThat(find(null, null, null, null, null, 1, 2))
                .extracting(AuditEntry::objectId)
                .containsExactly("A", "a");
        assertThat(find(null, null, null, null, null, 3, 2)).hasSize(1);
        assertThat(find(null, null, null, null, null, 4, 2)).isEmpty();
    }

    @Test
    void theOperatorFindsWhatWasDoneToTenantsAsSuchAlsoWhenTheyAreGone() {
        store().drop(tenant, Specimens.dropped(tenant));

        List<AuditEntry> kept = store().audit(new AuditQuery(null, null, null, null, tenant.value(), null, 0, 10));
        assertThat(kept).extracting(AuditEntry::action).containsExactly("tenant.delete", "tenant.create");
        assertThat(kept).extracting(AuditEntry::actor).containsOnly(Actor.OPERATOR);
        assertThat(find(null, null, null, null, null, 0, 10)).isEmpty();
    }

    @Test
    void theOperatorsLogHoldsNothingOfATenantsOwn() {
        assertThat(store().audit(new AuditQuery(null, null, null, "anna", null, null, 0, 10)))
                .isEmpty();
    }

    private List<AuditEntry> find(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String actor,
            @Nullable String object,
            @Nullable String action,
            int offset,
            int limit) {
        return store().audit(new AuditQuery(tenant, from, to, actor, object, action, offset, limit));
    }
}
