package org.sightline.directory.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.audit.Actor;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.store.EventStore.Waiting;
import org.sightline.store.StateChange;
import org.sightline.testkit.store.InMemoryEventStore;
import org.sightline.testkit.store.InMemoryTenantStore;

/** What of a change apps are told of, by range, permission and subscription (docs/concepts.md, "Events"). */
class EventsOfChangeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AppId BOT = new AppId("bot");

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final InMemoryEventStore events = new InMemoryEventStore(store);
    private final LiveTenants tenants = new LiveTenants(store, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void found() {
        Acme.found(store);
        change(
                department("in", "0"),
                department("below", "in"),
                department("out", "0"),
                department("moving", "out"),
                member("ann", "below"),
                member("ben", "out"),
                member("moe", "moving"),
                new StateChange.PutGroup(group("team", "ben")));
        app(new DataRange(
                false, List.of(new DepartmentId("in")), List.of(new UserId("zed")), List.of(new GroupId("team"))));
        for (EventType type : EventType.values()) {
            change(new StateChange.ChangeSubscriptions(new SubscriptionChange.Put(
                    new EventSubscription(type.key(), EventReceiver.of(BOT), type, null, NOW))));
        }
        assertThat(told()).isEmpty();
    }

    private void app(DataRange range) {
        change(
                new StateChange.ChangeApps(new AppChange.PutApp(new App(
                        BOT,
                        "Bot",
                        new UserId("ann"),
                        NOW,
                        List.of(),
                        "https://example.org",
                        AppAvailability.ENABLED,
                        new AppSecrets("digest", null, null, "sealed"),
                        range))),
                grant("contact:user.base:readonly@app"),
                grant("contact:department.base:readonly@app"));
    }

    private static StateChange grant(String permission) {
        return new StateChange.ChangeApps(
                new AppChange.PutGrant(new AppGrant(BOT, AppPermission.of(permission), NOW, Decider.RULE)));
    }

    private static StateChange department(String id, @Nullable String parent) {
        return new StateChange.PutDepartment(new Department(
                new DepartmentId(id), id, parent == null ? null : new DepartmentId(parent), 0, List.of()));
    }

    private static StateChange member(String id, String department) {
        return member(id, department, MemberStatus.ACTIVE);
    }

    private static StateChange member(String id, String department, MemberStatus status) {
        return new StateChange.PutMember(new Member(
                new UserId(id),
                id,
                Profile.EMPTY,
                List.of(new Membership(new DepartmentId(department), 0)),
                Map.of(),
                status));
    }

    private static Group group(String id, String... users) {
        return new Group(
                new GroupId(id), id, List.of(users).stream().map(UserId::new).toList(), List.of(), null);
    }

    private void change(StateChange... changes) {
        Proposal.AuditNote note = new Proposal.AuditNote("test.change", "test", "1", null, null);
        tenants.apply(Acme.KEY, Actor.OPERATOR, own -> new Proposal<>(List.of(changes), List.of(note), ""));
    }

    /** Returns what is to be told since the last time, in the order it was written. */
    private List<String> told() {
        List<String> words = new ArrayList<>();
        while (!events.waiting().isEmpty()) {
            Waiting next = events.waiting().get(0);
            assertThat(next.revision()).isEqualTo(tenants.current(Acme.KEY).revision());
            next.occurrence()
                    .objects()
                    .forEach(object -> words.add(next.occurrence().event().key() + " " + object));
            events.unfold(next, Progress.begun(NOW));
        }
        return words;
    }

    @Test
    void membersAreToldOfWithinTheRangeAlone() {
        change(member("new", "in"), member("stranger", "out"), member("zed", "out"));
        assertThat(told()).containsExactly("user.created new", "user.created zed");
        change(member("new", "below"), member("stranger", "moving"));
        assertThat(told()).containsExactly("user.updated new");
        change(member("ann", "out"), member("moe", "in"));
        assertThat(told()).containsExactly("user.created moe", "user.deleted ann");
        change(member("new", "in", MemberStatus.SUSPENDED));
        assertThat(told()).containsExactly("user.deleted new");
        change(member("new", "in", MemberStatus.DELETED));
        assertThat(told()).isEmpty();
        change(member("new", "in"));
        assertThat(told()).containsExactly("user.created new");
    }

    @Test
    void whatComesIntoTheRangeWithItsDepartmentIsNewThere() {
        change(department("moving", "below"));
        assertThat(told()).containsExactly("user.created moe", "department.created moving");
        change(new StateChange.PutDepartment(
                new Department(new DepartmentId("moving"), "Other", new DepartmentId("below"), 3, List.of())));
        assertThat(told()).containsExactly("department.updated moving");
        change(department("moving", "out"));
        assertThat(told()).containsExactly("user.deleted moe", "department.deleted moving");
        change(member("moe", "out"), new StateChange.RemoveDepartment(new DepartmentId("moving")));
        assertThat(told()).as("outside").isEmpty();
    }

    @Test
    void groupsOfTheRangeBringAndTakeMembers() {
        change(new StateChange.PutGroup(group("team", "moe")));
        assertThat(told()).containsExactly("user.created moe", "user.deleted ben");
        change(new StateChange.PutGroup(group("other", "ben")));
        assertThat(told()).isEmpty();
        change(new StateChange.RemoveGroup(new GroupId("team")));
        assertThat(told()).containsExactly("user.deleted moe");
    }

    @Test
    void anotherRangeTellsNothingByItself() {
        app(DataRange.EVERYONE);
        assertThat(told()).isEmpty();
        change(department("moving", "in"));
        assertThat(told()).containsExactly("department.updated moving");
        app(DataRange.NOBODY);
        change(member("ann", "out"));
        assertThat(told()).isEmpty();
    }

    @Test
    void aChangeOfManyIsToldInPieces() {
        app(DataRange.EVERYONE);
        List<StateChange> many = new ArrayList<>();
        for (int number = 0; number < 2 * Occurrence.MOST_OBJECTS + 1; number++) {
            many.add(member("m" + number, "0"));
        }
        change(many.toArray(StateChange[]::new));
        assertThat(told()).hasSize(many.size()).doesNotHaveDuplicates();
    }

    @Test
    void anAppThatIsOffOrHasNoPermissionIsToldNothing() {
        change(new StateChange.ChangeApps(
                new AppChange.RemoveGrant(BOT, AppPermission.of("contact:user.base:readonly@app"))));
        change(member("new", "in"));
        assertThat(told()).isEmpty();
        change(department("deep", "below"));
        assertThat(told()).containsExactly("department.created deep");
        App bot = tenants.current(Acme.KEY).apps().app(BOT).orElseThrow();
        change(new StateChange.ChangeApps(
                new AppChange.PutApp(bot.with("Bot", List.of(), bot.eventUrl(), AppAvailability.DISABLED))));
        change(department("deeper", "deep"));
        assertThat(told()).isEmpty();
        change(new StateChange.ChangeApps(
                new AppChange.PutApp(bot.with("Bot", List.of(), null, AppAvailability.ENABLED))));
        change(department("deepest", "deep"));
        assertThat(told()).isEmpty();
    }
}
