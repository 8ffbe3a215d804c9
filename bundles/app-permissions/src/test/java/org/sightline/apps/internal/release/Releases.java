package org.sightline.apps.internal.release;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppDetails;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.Submission;
import org.sightline.apps.Submission.RequestedPermission;
import org.sightline.apps.internal.FewPermissions;
import org.sightline.apps.internal.OneTenant;
import org.sightline.apps.internal.approval.ApprovalPolicies;
import org.sightline.apps.internal.approval.TenantApprovalSettings;
import org.sightline.apps.internal.registry.TestApps;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.bruteforce.BruteForceEngine;
import org.sightline.testkit.trust.FixedVisibility;
import org.sightline.visibility.VisibilityEngine;

/** One app of one tenant, and short words for what tests do with it. */
final class Releases {

    static final AppId BOT = new AppId("bot");

    final OneTenant tenant = new OneTenant();
    final FewPermissions catalogue = new FewPermissions();
    final ApprovalPolicies policies = new ApprovalPolicies(Duration.ofSeconds(5));
    final DecidedReleases releases =
            new DecidedReleases(tenant, tenant, new FixedVisibility(this::engine), catalogue, policies, tenant);

    Releases() {
        TestApps.of(tenant)
                .register(
                        OneTenant.KEY,
                        OneTenant.DEVELOPER,
                        OneTenant.DEV,
                        BOT,
                        new AppDetails("Bot", List.of(), null, true));
        tenant.audit.clear();
    }

    private VisibilityEngine engine(TenantSnapshot snapshot) {
        BruteForce judge = new BruteForce(tenant.store.load(OneTenant.KEY).orElseThrow(), null);
        return new BruteForceEngine(snapshot.directory(), judge);
    }

    static AppPermission permission(String text) {
        return AppPermission.of(text);
    }

    static DataRange departments(String... ids) {
        return new DataRange(false, Arrays.stream(ids).map(DepartmentId::new).toList(), List.of(), List.of());
    }

    static DataRange members(String... ids) {
        return new DataRange(
                false, List.of(), Arrays.stream(ids).map(UserId::new).toList(), List.of());
    }

    static DataRange groups(String... ids) {
        return new DataRange(
                false,
                List.of(),
                List.of(),
                Arrays.stream(ids).map(GroupId::new).toList());
    }

    /** Submits with a reason for everything, as an administrator would. */
    AppVersion submit(String version, @Nullable DataRange range, String... permissions) {
        return submitAs(version, null, range, "because", permissions);
    }

    AppVersion submitAs(
            String version,
            @Nullable UserId viewer,
            @Nullable DataRange range,
            @Nullable String reason,
            String... permissions) {
        tenant.pass(Duration.ofMinutes(1));
        List<RequestedPermission> asked = Arrays.stream(permissions)
                .map(text -> new RequestedPermission(permission(text), reason))
                .toList();
        return releases.submit(
                        OneTenant.KEY,
                        OneTenant.DEVELOPER,
                        BOT,
                        viewer,
                        new Submission(version, asked, range, List.of()))
                .value();
    }

    ReviewedVersion approve(@Nullable DataRange range, String... names) {
        tenant.pass(Duration.ofMinutes(1));
        return releases.approve(
                        OneTenant.KEY, OneTenant.ADMINISTRATOR, openReview().id(), List.of(names), range)
                .value();
    }

    ReviewedVersion reject(String... names) {
        return releases.reject(
                        OneTenant.KEY, OneTenant.ADMINISTRATOR, openReview().id(), List.of(names), "no need")
                .value();
    }

    void revoke(String permission) {
        releases.revoke(OneTenant.KEY, OneTenant.ADMINISTRATOR, BOT, permission(permission));
    }

    void put(ApprovalRules rules) {
        new TenantApprovalSettings(tenant, catalogue)
                .replace(OneTenant.KEY, OneTenant.ADMINISTRATOR, rules, Expectation.any());
    }

    AppReview openReview() {
        return tenant.apps().reviews().stream()
                .filter(AppReview::isOpen)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no review is open"));
    }

    DataRange grantedRange() {
        return tenant.apps().app(BOT).orElseThrow().range();
    }

    List<String> granted() {
        return tenant.apps().grantsOf(BOT).keySet().stream()
                .map(AppPermission::toString)
                .toList();
    }

    static Map<String, DecisionState> states(AppVersion version) {
        return version.decisions().stream()
                .collect(Collectors.toMap(decision -> decision.permission().toString(), PermissionDecision::state));
    }
}
