package org.sightline.notifications.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
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
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryDeliveryStore;
import org.sightline.testkit.store.InMemoryNotificationStore;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutRequest;
import org.sightline.trust.model.TrustRequest;

/** A tenant with a primary administrator, another administrator and a member, on stores in memory. */
public final class SmallWorld implements Snapshots {

    /** The tenant. */
    public static final TenantKey ACME = new TenantKey("acme");

    /** A primary administrator. */
    public static final UserId ANNA = new UserId("anna");

    /** An administrator for external collaborations. */
    public static final UserId BEN = new UserId("ben");

    /** A member without a role. */
    public static final UserId CYD = new UserId("cyd");

    /** Somebody who asks. */
    public static final TenantKey ASKER = new TenantKey("asker");

    /** The stores. */
    public final InMemoryTenantStore tenants = new InMemoryTenantStore();

    public final InMemoryNotificationStore notifications = new InMemoryNotificationStore(tenants);
    public final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(tenants);

    /** Creates the world. */
    public SmallWorld(ZoneId zone, Locale locale) {
        commit(
                List.of(),
                new StateChange.PutTenant(new Tenant(ACME, "Acme", Plan.PRO, zone, null, locale, true)),
                new StateChange.PutDepartment(new Department(DepartmentId.ROOT, "Acme", null, 0, List.of())),
                member(ANNA),
                member(BEN),
                member(CYD),
                new StateChange.PutAdministrator(new Administrator(ANNA, true, Set.of())),
                new StateChange.PutAdministrator(
                        new Administrator(BEN, false, Set.of(AdminPermission.EXTERNAL_COLLABORATIONS))));
    }

    private static StateChange member(UserId id) {
        Profile profile = new Profile(null, id + "@acme.example", null, null, null, null, null);
        return new StateChange.PutMember(new Member(
                id,
                "Name of " + id,
                profile,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE));
    }

    /** Commits changes that bring cards. */
    public void commit(List<Notice> cards, StateChange... changes) {
        long revision = tenants.revision(ACME).orElse(0);
        tenants.commit(List.of(new TenantCommit(ACME, revision, List.of(changes), List.of(), cards)));
    }

    /** Commits a card for somebody. */
    public Notice card(NoticeType type, Instant at, UserId... recipients) {
        Notice card = Notice.of(
                type,
                at,
                List.of(recipients),
                "trust_request",
                "r1",
                Map.of("partner_name", "Bravo", "partner_key", "bravo"));
        commit(
                List.of(card),
                new StateChange.PutTenant(current(ACME).directory().tenant()));
        return card;
    }

    /** Lets somebody ask the tenant for trust. */
    public void ask(String id, Instant at) {
        put(new TrustRequest(id, ASKER, ACME, RequestState.PENDING, SharingScope.NOBODY, TrustAccess.FULL, at, null));
    }

    /** Decides a request. */
    public void reject(String id, Instant at) {
        TrustRequest request = current(ACME).trust().request(id).orElseThrow();
        put(request.decided(RequestState.REJECTED, new Decision(at, ACME, "anna", null)));
    }

    private void put(TrustRequest request) {
        commit(List.of(), new StateChange.ChangeTrust(new PutRequest(request)));
    }

    /** Returns the titles of somebody's cards, oldest first. */
    public List<NoticeType> inbox(UserId reader) {
        List<NoticeType> types = new ArrayList<>();
        notifications
                .after(ACME, reader, 0, 1000)
                .forEach(card -> types.add(card.notice().type()));
        return types;
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        return tenants.load(tenant).map(WorldSnapshot::tenant).orElseThrow(() -> Problem.notFound("there is no tenant")
                .exception());
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        return current(tenant);
    }
}
