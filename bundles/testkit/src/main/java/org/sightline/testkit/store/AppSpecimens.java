package org.sightline.testkit.store;

import java.time.Instant;
import java.util.List;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.ApprovalRules.ApprovalException;
import org.sightline.apps.model.ApprovalRules.ByLevel;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.RangeDecision;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/** Apps in which everything occurs. */
final class AppSpecimens {

    static final AppPermission EMAIL = AppPermission.of("contact:user.email:readonly@user");
    private static final AppPermission DOCUMENTS = AppPermission.of("docs:document.content:read@app");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private AppSpecimens() {}

    static App app(AppId id) {
        return app(id, "sealed");
    }

    static App app(AppId id, String sealedSigningKey) {
        return new App(
                id,
                "Bot",
                new UserId("z"),
                NOON,
                List.of(),
                null,
                AppAvailability.ENABLED,
                new AppSecrets("digest", null, null, sealedSigningKey),
                DataRange.NOBODY);
    }

    private static DataRange some() {
        return new DataRange(
                false,
                List.of(new DepartmentId("b"), new DepartmentId("a")),
                List.of(new UserId("z")),
                List.of(new GroupId("g1")));
    }

    private static App withAll(AppId id) {
        return new App(
                id,
                "私の \"ボット\" \\ ' ☕",
                new UserId("Z"),
                NOON,
                List.of("https://example.org/cb?a=b c", "com.example.app:/cb"),
                "https://example.org/events",
                AppAvailability.STOPPED,
                new AppSecrets("digest", "earlier", NOON.plusSeconds(60), "sealed"),
                some());
    }

    private static AppVersion early(AppId id) {
        return new AppVersion(
                id,
                "Early",
                NOON.minusSeconds(5),
                List.of(
                        new PermissionDecision(
                                EMAIL, DecisionState.GRANTED, Decider.ADMIN, "to write \"mails\"\n", null),
                        new PermissionDecision(DOCUMENTS, DecisionState.REJECTED, Decider.POLICY, null, "いいえ")),
                new RangeDecision(some(), DataRange.NOBODY, DecisionState.REJECTED),
                List.of("user.created", "resource.updated"));
    }

    private static AppVersion late(AppId id) {
        return new AppVersion(
                id,
                "late",
                NOON,
                List.of(new PermissionDecision(DOCUMENTS, DecisionState.PENDING, Decider.RULE, "to read", null)),
                null,
                List.of());
    }

    /** Everything that a tenant's apps know, about one app and the rules. */
    static List<AppChange> apps(AppId id) {
        return List.of(
                new AppChange.PutRules(new ApprovalRules(
                        new ByLevel(Approval.REVIEW, Approval.AUTO),
                        new ByLevel(Approval.AUTO, Approval.REVIEW),
                        Approval.AUTO,
                        List.of(
                                new ApprovalException(EMAIL, Approval.REVIEW),
                                new ApprovalException(DOCUMENTS, Approval.AUTO)))),
                new AppChange.PutApp(app(id)),
                new AppChange.PutApp(withAll(id)),
                new AppChange.PutVersion(late(id)),
                new AppChange.PutVersion(early(id)),
                new AppChange.PutReview(new AppReview(id + "-closed", id, "Early", NOON, NOON.plusSeconds(1))),
                new AppChange.PutReview(new AppReview(id + "-open", id, "late", NOON, null)),
                new AppChange.PutGrant(new AppGrant(id, EMAIL, NOON, Decider.ADMIN)),
                new AppChange.PutGrant(new AppGrant(id, DOCUMENTS, NOON, Decider.RULE)));
    }
}
