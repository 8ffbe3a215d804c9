package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.PutDepartment;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutPolicy;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** What goes into a tenant store comes back: every kind of value, now and as it was at any revision. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class TenantStoreContract {

    private StoredTenant tenant;

    /** Returns the store; may be the same for all tests, each uses tenants of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void takeTenant() {
        tenant = new StoredTenant(store());
    }

    @Test
    void anUnknownTenantIsEmpty() {
        assertThat(store().revision(tenant.key())).isEmpty();
        assertThat(store().load(tenant.key())).isEmpty();
        assertThat(store().loadAt(tenant.key(), 1)).isEmpty();
    }

    @Test
    void aNewTenantHasRevisionOneAndTheDefaultPolicy() {
        TenantState state = tenant.create();

        assertThat(state.tenant()).isEqualTo(Specimens.tenant(tenant.key()));
        assertThat(state.revision()).isEqualTo(1);
        assertThat(state.departments()).containsExactly(Specimens.department("0", null));
        assertThat(state.members()).isEmpty();
        assertThat(state.policy()).isEqualTo(VisibilityPolicy.DEFAULT);
        assertThat(state.policyRevision()).isEqualTo(1);
        assertThat(store().revision(tenant.key())).hasValue(1);
        assertThat(store().tenants()).contains(Specimens.tenant(tenant.key()));
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        List<StateChange> everything = Specimens.everything(tenant.key());
        store().commit(List.of(new TenantCommit(tenant.key(), 0, everything, List.of(Specimens.entry(1)))));

        StoredTenant.assertSame(tenant.newest(), expected(everything));
        StoredTenant.assertSame(tenant.at(1), expected(everything));
    }

    private TenantState expected(List<StateChange> changes) {
        InMemoryTenantStore model = new InMemoryTenantStore();
        model.commit(List.of(new TenantCommit(tenant.key(), 0, changes, List.of())));
        return model.load(tenant.key()).orElseThrow();
    }

    @Test
    void whetherTheOperatorIsLetInComesBackNowAndAsItWas() {
        tenant.create();
        OperatorAccess always = new OperatorAccess(null);
        tenant.commit(new StateChange.PutOperatorAccess(always));
        tenant.commit(new StateChange.RemoveOperatorAccess());

        assertThat(tenant.at(1).operatorAccess()).isNull();
        assertThat(tenant.at(2).operatorAccess()).isEqualTo(always);
        assertThat(tenant.newest().operatorAccess()).isNull();
    }

    @Test
    void theShadowComesBackNowAndAsItWas() {
        tenant.create();
        Shadow plain = new Shadow(MainRuleChoice.of("nobody"), Instant.parse("2026-03-01T10:00:00.000001Z"));
        Shadow furnished = new Shadow(
                new MainRuleChoice("own_unit", List.of("company", "Tochter\u00adgesellschaft"), Map.of("radius", "5")),
                Instant.parse("2026-03-02T10:00:00Z"));
        tenant.commit(new StateChange.PutShadow(plain));
        tenant.commit(new StateChange.PutShadow(furnished));
        tenant.commit(new StateChange.RemoveShadow());

        assertThat(tenant.at(1).shadow()).isNull();
        assertThat(tenant.at(2).shadow()).isEqualTo(plain);
        assertThat(tenant.at(3).shadow()).isEqualTo(furnished);
        assertThat(tenant.newest().shadow()).isNull();
    }

    @Test
    void tenantsAreListedByKey() {
        new StoredTenant(store()).create();
        new StoredTenant(store()).create();

        assertThat(store().tenants())
                .extracting(listed -> listed.key().value())
                .hasSizeGreaterThanOrEqualTo(2)
                .isSorted();
    }

    @Test
    void tenantsWhoseKeysDifferOnlyInCaseAreDifferent() {
        TenantKey lower = new TenantKey("case-" + tenant.key());
        TenantKey upper = new TenantKey("CASE-" + tenant.key());
        store().commit(List.of(new TenantCommit(lower, 0, Specimens.everything(lower), List.of())));
        store().commit(List.of(
                new TenantCommit(upper, 0, List.of(new StateChange.PutTenant(Specimens.tenant(upper))), List.of())));

        assertThat(store().load(lower).orElseThrow().members()).isNotEmpty();
        assertThat(store().load(upper).orElseThrow().members()).isEmpty();
        assertThat(store().load(lower).orElseThrow().tenant()).isEqualTo(Specimens.tenantWithAll(lower));
    }

    @Test
    void membersComeInOrderOfArrivalWhateverHappensToThem() {
        tenant.create();
        tenant.commit(put("z"), put("m"));
        tenant.commit(put("a"));
        tenant.commit(
                new PutMember(Specimens.memberWithAll("m")), new PutMember(Specimens.gone("z")), put("b"), put("0"));

        assertThat(tenant.newest().members())
                .extracting(member -> member.id().value())
                .containsExactly("z", "m", "a", "b", "0");
        assertThat(tenant.at(3).members())
                .extracting(member -> member.id().value())
                .containsExactly("z", "m", "a");
    }

    @Test
    void aMemberMayBeInManyDepartments() {
        tenant.create();
        List<StateChange> changes = new ArrayList<>();
        List<Membership> places = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            String id = "department-with-a-rather-long-id-to-fill-all-the-64-characters-" + i % 10 + i;
            String cut = id.substring(id.length() - 64);
            changes.add(new PutDepartment(Specimens.department(cut, "0")));
            places.add(new Membership(new DepartmentId(cut), 700 - i));
        }
        Member everywhere = Specimens.member("everywhere", "Zoé").withDepartments(places);
        changes.add(new PutMember(everywhere));
        tenant.commit(changes.toArray(StateChange[]::new));

        assertThat(tenant.newest().members()).containsExactly(everywhere);
    }

    @Test
    void theLastOfSeveralChangesOfOneThingCounts() {
        tenant.create();
        Member last = Specimens.memberWithAll("a");
        tenant.commit(
                put("a"),
                put("b"),
                new PutMember(last),
                new PutDepartment(Specimens.department("a", "0")),
                new StateChange.RemoveDepartment(new DepartmentId("a")),
                new StateChange.PutGroup(Specimens.groupOfLists()),
                new StateChange.RemoveGroup(new GroupId("g1")),
                new StateChange.PutGroup(Specimens.groupWithNobody()),
                new PutPolicy(Specimens.policyWithAll()),
                new PutPolicy(VisibilityPolicy.DEFAULT));

        assertThat(tenant.newest().members()).containsExactly(last, Specimens.member("b", "Zoé"));
        assertThat(tenant.newest().departments()).containsExactly(Specimens.department("0", null));
        assertThat(tenant.newest().groups()).containsExactly(Specimens.groupWithNobody());
        assertThat(tenant.newest().policy()).isEqualTo(VisibilityPolicy.DEFAULT);
    }

    @Test
    void everyPastRevisionIsReadAsItWas() {
        List<TenantState> states = new ArrayList<>();
        states.add(tenant.create());
        states.add(tenant.commit(put("a"), put("z"), new PutPolicy(Specimens.policyWithAll())));
        states.add(tenant.commit(Specimens.everything(tenant.key()).toArray(StateChange[]::new)));
        states.add(tenant.commit(
                new StateChange.RemoveDepartment(new DepartmentId("b")),
                new StateChange.RemoveGroup(new GroupId("G1")),
                new StateChange.RemoveUnit(new UnitId("u1")),
                new StateChange.RemoveAdministrator(new UserId("a")),
                new StateChange.PutFields(List.of())));
        states.add(tenant.commit(new StateChange.PutTenant(Specimens.tenant(tenant.key()))));
        states.add(tenant.commit(new PutMember(Specimens.gone("a"))));
        states.add(tenant.commit(new PutPolicy(VisibilityPolicy.DEFAULT)));
        states.add(tenant.commit(Specimens.everything(tenant.key()).toArray(StateChange[]::new)));

        for (TenantState state : states) {
            StoredTenant.assertSame(tenant.at(state.revision()), state);
        }
        assertThat(states).extracting(TenantState::revision).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(states).extracting(TenantState::policyRevision).containsExactly(1L, 2L, 3L, 3L, 3L, 3L, 7L, 8L);
        assertThat(store().loadAt(tenant.key(), 0)).isEmpty();
        assertThat(store().loadAt(tenant.key(), 9)).isEmpty();
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        TenantState before = tenant.create();
        TenantState after = tenant.commit(
                new StateChange.RemoveDepartment(new DepartmentId("x")),
                new StateChange.RemoveGroup(new GroupId("x")),
                new StateChange.RemoveUnit(new UnitId("x")),
                new StateChange.RemoveAdministrator(new UserId("x")));

        assertThat(after.departments()).isEqualTo(before.departments());
        assertThat(after.revision()).isEqualTo(2);
    }

    @Test
    void aPolicyKeepsItsOrderThroughEveryEdit() {
        tenant.create();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rules.add(Specimens.rule("r" + i, "a", Effect.VISIBLE));
        }
        putAndCheck(rules, List.of());
        rules.set(5, Specimens.rule("r5", "a", Effect.HIDDEN));
        putAndCheck(rules, List.of());
        rules.remove(0);
        rules.remove(10);
        putAndCheck(rules, List.of());
        rules.add(3, Specimens.ruleWithAll("new"));
        putAndCheck(rules, List.of());
        Collections.reverse(rules);
        putAndCheck(rules, List.of());
        putAndCheck(rules.subList(0, 7), rules.subList(7, rules.size()));
        putAndCheck(rules.subList(7, rules.size()), rules.subList(0, 7));
        putAndCheck(List.of(), rules);
        tenant.commit(new PutPolicy(VisibilityPolicy.DEFAULT));
        putAndCheck(rules, rules.subList(0, 0));
    }

    private void putAndCheck(List<Rule> first, List<Rule> second) {
        VisibilityPolicy policy = new VisibilityPolicy(
                MainRuleChoice.of("own_department"),
                List.of(new RuleSet(first), new RuleSet(second)),
                DisplayOrder.DEPARTMENTS_FIRST);
        TenantState state = tenant.commit(new PutPolicy(policy));
        assertThat(state.policy()).isEqualTo(policy);
        assertThat(state.policyRevision()).isEqualTo(state.revision());
        assertThat(tenant.at(state.revision()).policy()).isEqualTo(policy);
    }

    @Test
    void tellsTheMainRuleOfEveryTenant() {
        StoredTenant other = new StoredTenant(store());
        other.create();
        tenant.create();
        assertThat(store().mainRules()).containsEntry(tenant.key(), "everyone").containsEntry(other.key(), "everyone");

        tenant.commit(new PutPolicy(
                new VisibilityPolicy(MainRuleChoice.of("own_city"), List.of(), DisplayOrder.DEPARTMENTS_FIRST)));

        assertThat(store().mainRules()).containsEntry(tenant.key(), "own_city").containsEntry(other.key(), "everyone");
        assertThat(store().mainRules()).hasSameSizeAs(store().tenants());
    }

    @Test
    void parametersOfAMainRuleKeepTypesAndOrder() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("z", "text");
        parameters.put("a", new BigDecimal("12345678901234567890.5000"));
        parameters.put("m", List.of(true, Map.of("inner", new BigDecimal("-1")), "大 🌸"));
        tenant.create();
        tenant.commit(new PutPolicy(new VisibilityPolicy(
                new MainRuleChoice("own_city", List.of(), parameters), List.of(), DisplayOrder.MEMBERS_FIRST)));

        MainRuleChoice choice = tenant.newest().policy().mainRule();
        assertThat(choice.parameters()).isEqualTo(parameters);
        assertThat(choice.parameters().keySet()).containsExactly("z", "a", "m");
    }

    private static PutMember put(String id) {
        return new PutMember(Specimens.member(id, "Zoé"));
    }
}
