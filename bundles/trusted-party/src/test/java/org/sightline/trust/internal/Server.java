package org.sightline.trust.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sightline.access.SecretBox;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.live.LiveTenants;
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
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.internal.admission.Admission;
import org.sightline.trust.internal.admission.SameRegion;
import org.sightline.trust.internal.admission.TrustPolicies;
import org.sightline.trust.internal.admission.TrustQuotas;
import org.sightline.trust.internal.admission.VendorCalls;
import org.sightline.trust.internal.ending.Farewell;
import org.sightline.trust.internal.ending.JointRemovals;
import org.sightline.trust.internal.invite.InvitationCodes;
import org.sightline.trust.internal.invite.SealedInvitations;
import org.sightline.trust.internal.relation.StoredRelations;
import org.sightline.trust.internal.request.JointRequests;
import org.sightline.trust.internal.rule.ScopedRules;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;

/** A server with this room and the real changes, on a store in memory; several servers may share one store. */
final class Server {

    /** A primary administrator of every tenant. */
    static final Actor BOSS = new Actor(ActorKind.USER, "boss");

    /** An administrator for external collaborations of every tenant. */
    static final Actor EXT = new Actor(ActorKind.USER, "ext");

    final InMemoryTenantStore store;
    final LiveTenants live;
    final VendorCalls calls = new VendorCalls(Duration.ofMillis(200));
    final TrustQuotas quotas = new TrustQuotas(calls);
    final TrustPolicies policies = new TrustPolicies(calls);
    final ActiveParties parties;
    final SealedInvitations invitations;
    final JointRequests requests;
    final StoredRelations relations;
    final ScopedRules rules;
    final JointRemovals removals;
    final Farewell farewell;
    final List<TenantCommit> commits = Collections.synchronizedList(new ArrayList<>());

    Server(InMemoryTenantStore store, Clock clock) {
        this.store = store;
        live = new LiveTenants(store, clock);
        live.addListener(commits::addAll);
        policies.bindPolicy(new SameRegion(), Map.of("service.ranking", 1_000_000));
        Admission admission = new Admission(quotas, policies);
        InvitationCodes codes = new InvitationCodes(store, new OpenBox(), () -> "https://sightline.example", clock);
        parties = new ActiveParties(live);
        invitations = new SealedInvitations(live, live, codes, admission, clock);
        requests = new JointRequests(live, live, codes, admission, clock);
        relations = new StoredRelations(live, live, parties, quotas);
        rules = new ScopedRules(live, parties, clock);
        removals = new JointRemovals(live, live, parties, clock);
        farewell = new Farewell(live, live, clock);
    }

    static TenantKey key(String key) {
        return new TenantKey(key);
    }

    /** Adds a tenant with a root, departments {@code a}, {@code b} and {@code b1} in {@code b}, and a few members. */
    TenantKey found(String name, Plan plan, String region) {
        TenantKey key = key(name);
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(
                new Tenant(key, "The " + name, plan, ZoneOffset.UTC, region, Locale.ENGLISH, true)));
        changes.add(department("0", null));
        changes.add(department("a", "0"));
        changes.add(department("b", "0"));
        changes.add(department("b1", "b"));
        changes.add(department("void", "0"));
        changes.add(member("boss", MemberStatus.ACTIVE, "0"));
        changes.add(member("ext", MemberStatus.ACTIVE, "0"));
        changes.add(member("plain", MemberStatus.ACTIVE, "0"));
        changes.add(member("ann", MemberStatus.ACTIVE, "a"));
        changes.add(member("bob", MemberStatus.ACTIVE, "b1"));
        changes.add(member("sue", MemberStatus.SUSPENDED, "a"));
        changes.add(new StateChange.PutAdministrator(new Administrator(new UserId("boss"), true, Set.of())));
        changes.add(new StateChange.PutAdministrator(
                new Administrator(new UserId("ext"), false, Set.of(AdminPermission.EXTERNAL_COLLABORATIONS))));
        changes.add(new StateChange.PutAdministrator(
                new Administrator(new UserId("plain"), false, Set.of(AdminPermission.ORGANIZATION))));
        store.commit(List.of(new TenantCommit(key, 0, changes, List.of())));
        return key;
    }

    private static StateChange department(String id, String parent) {
        return new StateChange.PutDepartment(new Department(
                new DepartmentId(id),
                "Department " + id,
                parent == null ? null : new DepartmentId(parent),
                0,
                List.of()));
    }

    static StateChange member(String id, MemberStatus status, String department) {
        return new StateChange.PutMember(new Member(
                new UserId(id),
                "Name of " + id,
                Profile.EMPTY,
                List.of(new Membership(new DepartmentId(department), 0)),
                Map.of(),
                status));
    }

    TenantSnapshot now(TenantKey tenant) {
        return live.current(tenant);
    }

    /** Makes an invitation and returns its code. */
    String invite(TenantKey tenant) {
        return invitations.issue(tenant, EXT, InvitationTerms.OPEN).value().code();
    }

    /** Lets one tenant scan another one's fresh invitation and returns the request's id. */
    String ask(TenantKey scanning, TenantKey inviting) {
        return requests.submit(scanning, EXT, invite(inviting), SharingScope.NOBODY, TrustAccess.FULL)
                .value()
                .request()
                .id();
    }

    /** Makes two tenants trust each other. */
    void connect(TenantKey scanning, TenantKey inviting) {
        requests.approve(inviting, EXT, ask(scanning, inviting));
    }

    /** Shares with a partner. */
    void share(TenantKey tenant, TenantKey partner, SharingScope scope) {
        relations.share(tenant, EXT, partner, scope, present -> true);
    }

    static SharingScope of(List<String> departments, List<String> members) {
        return new SharingScope(
                false,
                departments.stream().map(DepartmentId::new).toList(),
                members.stream().map(UserId::new).toList());
    }

    /** Keeps secrets so that a test can tell that they are kept: not in the clear. */
    private static final class OpenBox implements SecretBox {

        @Override
        public String seal(String secret) {
            return "sealed " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(String sealed) {
            return new String(Base64.getDecoder().decode(sealed.substring(7)), StandardCharsets.UTF_8);
        }

        @Override
        public String digest(String secret) {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
