package org.sightline.resources.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sightline.access.Caller;
import org.sightline.access.SecretBox;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.RangeReach;
import org.sightline.audit.Actor;
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
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryEventStore;
import org.sightline.testkit.store.InMemoryResourceStore;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** A tenant of Lily, Max and Zoe, where everybody sees everybody but Zoe, with a clock that moves by hand. */
public final class Office extends Clock implements Visibility, SecretBox {

    public static final TenantKey KEY = new TenantKey("office");
    public static final UserId LILY = new UserId("lily");
    public static final UserId MAX = new UserId("max");
    public static final UserId ZOE = new UserId("zoe");

    public final InMemoryTenantStore store = new InMemoryTenantStore();
    public final InMemoryResourceStore resources = new InMemoryResourceStore(store);
    public final InMemoryEventStore events = new InMemoryEventStore(store);
    public final LiveTenants tenants = new LiveTenants(store, this);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    public Office() {
        Tenant tenant = new Tenant(KEY, "Office", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(tenant));
        changes.add(new StateChange.PutDepartment(new Department(DepartmentId.ROOT, "Office", null, 0, List.of())));
        List.of(LILY, MAX, ZOE).forEach(user -> changes.add(new StateChange.PutMember(member(user, user.value()))));
        store.commit(List.of(new TenantCommit(KEY, 0, changes, List.of())));
    }

    public static Member member(UserId user, String name) {
        return new Member(
                user,
                name,
                Profile.EMPTY,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public TenantSnapshot present() {
        return tenants.current(KEY);
    }

    public void change(StateChange... changes) {
        Proposal.AuditNote note = new Proposal.AuditNote("test.change", "test", "1", null, null);
        tenants.apply(
                KEY, Actor.OPERATOR, own -> new Proposal<>(Arrays.asList(changes), List.of(note), own.revision()));
    }

    public void app(String id, DataRange range, String... granted) {
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.ChangeApps(new AppChange.PutApp(new App(
                new AppId(id),
                id,
                LILY,
                now,
                List.of(),
                "https://" + id + ".example.org/events",
                AppAvailability.ENABLED,
                new AppSecrets("digest", null, null, "sealed"),
                range))));
        for (String permission : granted) {
            changes.add(new StateChange.ChangeApps(new AppChange.PutGrant(
                    new AppGrant(new AppId(id), AppPermission.of(permission), now, Decider.RULE))));
        }
        change(changes.toArray(StateChange[]::new));
    }

    public static Caller.App itself(String app, String... permissions) {
        return new Caller.App(KEY, new AppId(app), names(permissions));
    }

    public static Caller.Delegate forMember(UserId user, String app, String... permissions) {
        return new Caller.Delegate(KEY, user, new AppId(app), names(permissions));
    }

    private static Set<PermissionName> names(String... permissions) {
        Set<PermissionName> names = new LinkedHashSet<>();
        Arrays.stream(permissions).map(PermissionName::new).forEach(names::add);
        return names;
    }

    @Override
    public VisibilityEngine engine(TenantSnapshot snapshot) {
        return new EverybodyButZoe(snapshot.directory());
    }

    @Override
    public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
        throw new UnsupportedOperationException("there is one office");
    }

    @Override
    public RangeSight range(TenantSnapshot snapshot, DataRange range) {
        RangeReach reach = RangeReach.of(snapshot.directory(), range);
        return new RangeSight() {

            @Override
            public boolean sees(int member) {
                return snapshot.directory().isActive(member) && reach.reaches(member);
            }

            @Override
            public boolean seesDepartment(int department) {
                return reach.reachesDepartment(department);
            }

            @Override
            public int[] members() {
                throw new UnsupportedOperationException("nobody lists");
            }

            @Override
            public int[] departments() {
                throw new UnsupportedOperationException("nobody lists");
            }
        };
    }

    @Override
    public String seal(String secret) {
        return "sealed " + secret;
    }

    @Override
    public String open(String sealed) {
        return "key of " + sealed;
    }

    @Override
    public String digest(String secret) {
        return "digest of " + secret;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server's clock is in UTC");
    }
}
