package org.sightline.communication.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryCommunicationStore;
import org.sightline.testkit.store.InMemoryTenantStore;

/** Some tenants on a store in memory, and short words for what their members do. */
final class Town {

    private static final Actor OPERATOR = Actor.OPERATOR;

    final InMemoryTenantStore store = new InMemoryTenantStore();
    final LiveTenants tenants = new LiveTenants(store, new Ticking());
    final StagedSight sight = new StagedSight(tenants);
    final MemberCommunication communication = new MemberCommunication(
            tenants, tenants, sight, new InMemoryCommunicationStore(store), new Ticking(), sight);

    static Person person(String tenant, String user) {
        return new Person(new TenantKey(tenant), new UserId(user));
    }

    void tenant(String key, String... users) {
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(
                new Tenant(new TenantKey(key), key, Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true)));
        changes.add(new StateChange.PutDepartment(new Department(DepartmentId.ROOT, key, null, 0, List.of())));
        for (String user : users) {
            changes.add(new StateChange.PutMember(member(user, null, MemberStatus.ACTIVE)));
        }
        store.commit(List.of(new TenantCommit(new TenantKey(key), 0, changes, List.of())));
    }

    private static Member member(String user, @Nullable String mobile, MemberStatus status) {
        return new Member(
                new UserId(user),
                "Name of " + user,
                new Profile(null, null, mobile, null, null, null, null),
                status == MemberStatus.DELETED ? List.of() : List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                status);
    }

    void status(Person who, MemberStatus status) {
        edit(who, member -> member.withStatus(status));
    }

    void mobile(Person who, @Nullable String mobile) {
        edit(who, member -> member(member.id().value(), mobile, member.status()));
    }

    private void edit(Person who, UnaryOperator<Member> edit) {
        tenants.apply(who.tenant(), OPERATOR, own -> {
            Member before = own.directory().member(own.directory().memberNumber(who.user()));
            return new Proposal<>(
                    List.of(new StateChange.PutMember(edit.apply(before))),
                    List.of(new Proposal.AuditNote("test.change", "thing", "x", null, null)),
                    "");
        });
    }

    void findByPhone(TenantKey key, boolean choice) {
        tenants.apply(key, OPERATOR, own -> {
            Tenant before = own.directory().tenant();
            Tenant after = new Tenant(
                    before.key(),
                    before.name(),
                    before.plan(),
                    before.timeZone(),
                    before.region(),
                    before.locale(),
                    choice);
            return new Proposal<>(
                    List.of(new StateChange.PutTenant(after)),
                    List.of(new Proposal.AuditNote("test.change", "thing", "x", null, null)),
                    "");
        });
    }

    void drop(TenantKey key) {
        communication.leaving(key, OPERATOR);
        tenants.drop(
                key,
                now -> new AuditEntry(Instant.EPOCH, OPERATOR, "tenant.delete", "tenant", key.value(), null, null, 1));
    }

    void trust(String one, String other) {
        sight.trusts.add(Set.of(new TenantKey(one), new TenantKey(other)));
    }

    void endTrust(String one, String other) {
        sight.trusts.remove(Set.of(new TenantKey(one), new TenantKey(other)));
    }

    /** Lets somebody see somebody else, within a tenant or across a trust. */
    void sees(Person viewer, Person target) {
        StagedSight.Pair pair = new StagedSight.Pair(viewer, target);
        if (viewer.tenant().equals(target.tenant())) {
            sight.sees.add(pair);
        } else {
            sight.finds.add(pair);
            sight.browses.add(pair);
        }
    }

    void sightEnds(Person viewer, Person target) {
        StagedSight.Pair pair = new StagedSight.Pair(viewer, target);
        sight.sees.remove(pair);
        sight.finds.remove(pair);
        sight.browses.remove(pair);
    }

    TenantSnapshot now(Person who) {
        return tenants.current(who.tenant());
    }

    int number(Person who) {
        return now(who).directory().memberNumber(who.user());
    }

    ChatAnswer check(Person viewer, Person peer) {
        return communication.check(now(viewer), number(viewer), peer);
    }

    Made<Listed<Chat>> start(Person viewer, Person peer) {
        return communication.startChat(viewer, actor(viewer), peer).value();
    }

    Made<Listed<Contact>> request(Person viewer, Person peer) {
        return communication.requestContact(viewer, actor(viewer), peer).value();
    }

    Listed<Contact> accept(Person viewer, Person peer) {
        return communication
                .acceptContact(viewer, actor(viewer), contactWith(viewer, peer).id())
                .value();
    }

    void deleteContact(Person viewer, Person peer) {
        communication.deleteContact(
                viewer, actor(viewer), contactWith(viewer, peer).id());
    }

    void becomeContacts(Person one, Person other) {
        request(one, other);
        accept(other, one);
    }

    Contact contactWith(Person viewer, Person peer) {
        return contacts(viewer).stream()
                .filter(contact -> contact.peer().equals(peer))
                .findFirst()
                .orElseThrow(() -> new AssertionError(viewer + " has nothing with " + peer));
    }

    List<Contact> contacts(Person viewer) {
        return shown(communication.contacts(now(viewer), number(viewer)));
    }

    List<Chat> chats(Person viewer) {
        return shown(communication.chats(now(viewer), number(viewer)));
    }

    private static <T> List<T> shown(List<Listed<T>> list) {
        return list.stream().filter(Listed::shown).map(Listed::tie).toList();
    }

    void block(Person viewer, Person peer) {
        communication.block(viewer, actor(viewer), peer);
    }

    void unblock(Person viewer, Person peer) {
        communication.unblock(viewer, actor(viewer), peer);
    }

    static AuditQuery auditOf(TenantKey tenant) {
        return new AuditQuery(tenant, null, null, null, null, null, 0, 100);
    }

    static Actor actor(Person who) {
        return new Actor(ActorKind.USER, who.user().value());
    }

    /** Every look at it is a moment later, so that orders of creation are certain. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofMillis(1));
            return now;
        }
    }
}
