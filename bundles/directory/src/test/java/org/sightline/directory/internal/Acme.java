package org.sightline.directory.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.audit.Actor;
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
import org.sightline.store.TenantStore;
import org.sightline.visibility.model.VisibilityPolicy;

/** The organisation of these tests. */
public final class Acme {

    /** Its key. */
    public static final TenantKey KEY = new TenantKey("acme");

    /** Its settings. */
    public static final Tenant TENANT = new Tenant(KEY, "Acme", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);

    /** Its root. */
    public static final Department ROOT = new Department(DepartmentId.ROOT, "Acme", null, 0, List.of());

    private Acme() {}

    /** Puts it into a store as revision 1, without members. */
    public static void found(TenantStore store) {
        store.commit(List.of(new TenantCommit(
                KEY,
                0,
                List.of(
                        new StateChange.PutTenant(TENANT),
                        new StateChange.PutDepartment(ROOT),
                        new StateChange.PutPolicy(VisibilityPolicy.DEFAULT)),
                List.of())));
    }

    /** An active member in departments. */
    public static Member member(String id, String... departments) {
        return new Member(
                new UserId(id),
                "Name of " + id,
                Profile.EMPTY,
                List.of(departments).stream()
                        .map(department -> new Membership(new DepartmentId(department), 0))
                        .toList(),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    /** A department below another one. */
    public static Department department(String id, String parent) {
        return new Department(new DepartmentId(id), "Name of " + id, new DepartmentId(parent), 0, List.of());
    }

    /** Who changes it. */
    public static Actor actor() {
        return Actor.SYSTEM;
    }
}
