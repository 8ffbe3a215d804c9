package org.sightline.shell.internal;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sightline.directory.Committed;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Problem;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.VisibilityPolicy;

/** One tenant with three members, and the services that tell of it. */
final class World {

    static final Tenant ACME = new Tenant(
            new TenantKey("acme"),
            "Acme \u682a\u5f0f\u4f1a\u793e",
            Plan.PRO,
            ZoneOffset.UTC,
            null,
            Locale.JAPANESE,
            true);

    final List<Object[]> calls = new ArrayList<>();
    VisibilityPolicy policy = VisibilityPolicy.DEFAULT;
    TrustState trust = TrustState.EMPTY;

    private final List<Member> members = List.of(
            member("anna", MemberStatus.ACTIVE),
            member("annika", MemberStatus.ACTIVE),
            member("ben", MemberStatus.SUSPENDED),
            member("antje", MemberStatus.DELETED));

    Tenants tenants() {
        return Fake.of(Tenants.class)
                .on("list", nothing -> List.of(ACME))
                .on("create", this::remember)
                .on("update", this::update)
                .on("delete", this::remember)
                .service();
    }

    Member member(int number) {
        return members.get(number);
    }

    Snapshots snapshots() {
        return Fake.of(Snapshots.class)
                .on("current", arguments -> current((TenantKey) arguments[0]))
                .service();
    }

    private TenantSnapshot current(TenantKey tenant) {
        if (!tenant.equals(ACME.key())) {
            throw Problem.notFound("there is no tenant `" + tenant + "`").exception();
        }
        return new TenantSnapshot(directory(), policy, 3).withTrust(trust);
    }

    private DirectorySnapshot directory() {
        return Fake.of(DirectorySnapshot.class)
                .on("tenant", nothing -> ACME)
                .on("revision", nothing -> 7L)
                .on("memberCount", nothing -> members.size())
                .on("member", number -> members.get((int) number[0]))
                .on("isActive", number -> members.get((int) number[0]).isActive())
                .on("memberNumber", id -> number((UserId) id[0]))
                .on("departmentCount", nothing -> 1)
                .on("department", number -> new Department(DepartmentId.ROOT, "Acme", null, 0, List.of()))
                .on("departmentNumber", id -> id[0].equals(DepartmentId.ROOT) ? 0 : DirectorySnapshot.NONE)
                .on("fields", nothing -> List.of())
                .on("groups", nothing -> List.of())
                .on("units", nothing -> List.of())
                .on("administrators", nothing -> List.of(new Administrator(new UserId("anna"), true, Set.of())))
                .service();
    }

    private int number(UserId id) {
        return members.stream().map(Member::id).toList().indexOf(id);
    }

    private Object remember(Object[] arguments) {
        calls.add(arguments);
        return new Committed<>(arguments.length > 1 && arguments[1] instanceof Tenant made ? made : ACME, 8);
    }

    private Object update(Object[] arguments) {
        calls.add(arguments);
        @SuppressWarnings("unchecked")
        var edit = (UnaryOperator<Tenant>) arguments[3];
        return new Committed<>(edit.apply(ACME), 8);
    }

    private static Member member(String id, MemberStatus status) {
        return new Member(
                new UserId(id), id, Profile.EMPTY, List.of(new Membership(DepartmentId.ROOT, 0)), Map.of(), status);
    }
}
