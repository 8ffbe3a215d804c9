package org.sightline.apps.internal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.internal.OneTenant;
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
import org.sightline.directory.model.UserId;
import org.sightline.health.Health;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalVerdict;
import org.sightline.store.StateChange;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Versions, reviews and grants, from submission to revocation. */
class DecidedReleasesTest {

    private static final String AUTO = "p:non_sensitive@app";
    private static final String REVIEWED = "p:advanced@app";
    private static final String ALSO_REVIEWED = "p:advanced.marked@user";

    private final Releases app = new Releases();

    private static Problem refusal(ThrowingCallable action) {
        return catchThrowableOfType(ProblemException.class, action).problem();
    }

    private static void assertFault(Problem problem, String pointer) {
        assertThat(problem.code()).isEqualTo(Codes.INVALID);
        assertThat(problem.faults()).extracting(Fault::pointer).contains(pointer);
    }

    @Test
    void aSubmissionSplits() {
        AppVersion version = app.submit("1", null, AUTO, REVIEWED);

        assertThat(Releases.states(version))
                .isEqualTo(Map.of(AUTO, DecisionState.GRANTED, REVIEWED, DecisionState.PENDING));
        assertThat(app.granted()).containsExactly(AUTO);
        assertThat(app.openReview().version()).isEqualTo("1");
        assertThat(app.tenant.audit).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("app.version.submit");
            assertThat(note.after()).isEqualTo(version);
        });
        assertThat(app.tenant.cards).singleElement().satisfies(card -> {
            assertThat(card.type()).isEqualTo(NoticeType.APP_REVIEW_WAITING);
            assertThat(card.recipients()).containsExactlyInAnyOrder(new UserId("boss"), new UserId("rev"));
        });
    }

    @Test
    void whatWillBeReviewedNeedsAReason() {
        assertFault(refusal(() -> app.submitAs("1", null, null, null, AUTO, REVIEWED)), "/permissions/1/reason");
        assertFault(refusal(() -> app.submitAs("1", null, null, " ", AUTO, REVIEWED)), "/permissions/1/reason");
        assertThat(app.submitAs("1", null, null, null, AUTO).isPending()).isFalse();
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertFault(refusal(() -> app.submit("1", null, "p:unknown@app")), "/permissions/0/name");
        assertFault(refusal(() -> app.submit("1", null, AUTO, "p:app_only@user")), "/permissions/1/identity");
        assertFault(refusal(() -> app.submit("not a version", null, AUTO)), "/version");
        assertFault(refusal(() -> app.submit("1", Releases.departments("9"), AUTO)), "/data_range/department_ids/0");
        assertFault(refusal(() -> app.submit("1", Releases.groups("team", "gone"), AUTO)), "/data_range/group_ids/1");
        assertThat(app.tenant.apps().versionsOf(Releases.BOT)).isEmpty();
    }

    @Test
    void aVersionIsSubmittedOnce() {
        app.submit("1", null, AUTO);
        assertThat(refusal(() -> app.submit("1", null, AUTO)).code()).isEqualTo(Codes.DUPLICATE_ID);
    }

    @Test
    void aReviewIsDecidedPieceByPiece() {
        app.submit("1", null, REVIEWED, ALSO_REVIEWED);

        ReviewedVersion half = app.approve(null, "p:advanced");
        assertThat(half.review().isOpen()).isTrue();
        assertThat(app.granted()).containsExactly(REVIEWED);
        assertThat(app.tenant.cards).hasSize(1);

        ReviewedVersion whole = app.reject("p:advanced.marked@user");
        assertThat(whole.review().isOpen()).isFalse();
        assertThat(whole.version().decisions())
                .extracting(PermissionDecision::state, PermissionDecision::by, PermissionDecision::refusal)
                .containsExactly(
                        tuple(DecisionState.GRANTED, Decider.ADMIN, null),
                        tuple(DecisionState.REJECTED, Decider.ADMIN, "no need"));
        assertThat(app.granted()).containsExactly(REVIEWED);
        assertThat(app.tenant.cards).hasSize(2).last().satisfies(card -> {
            assertThat(card.type()).isEqualTo(NoticeType.APP_REVIEW_DECIDED);
            assertThat(card.recipients())
                    .containsExactlyInAnyOrder(new UserId("boss"), new UserId("rev"), OneTenant.DEV);
        });
    }

    @Test
    void onlyWhatWaitsIsDecided() {
        app.submit("1", null, AUTO, REVIEWED, ALSO_REVIEWED);

        assertFault(refusal(() -> app.approve(null, "p:other")), "/names/0");
        assertThat(refusal(() -> app.approve(null, AUTO)).code()).isEqualTo(Codes.ALREADY_DECIDED);
        assertFault(refusal(() -> app.approve(Releases.members("amy"))), "/data_range");
        String review = app.openReview().id();
        app.approve(null);
        assertThat(refusal(() -> app.releases.approve(OneTenant.KEY, OneTenant.ADMINISTRATOR, review, List.of(), null))
                        .code())
                .isEqualTo(Codes.ALREADY_DECIDED);
        assertThat(refusal(() -> app.releases.approve(OneTenant.KEY, OneTenant.ADMINISTRATOR, "none", List.of(), null))
                        .code())
                .isEqualTo(Codes.NOT_FOUND);
        assertFault(
                refusal(() -> app.releases.reject(OneTenant.KEY, OneTenant.ADMINISTRATOR, review, List.of(), " ")),
                "/reason");
    }

    @Test
    void anUpgradeKeepsWhatWasGranted() {
        app.submit("1", Releases.departments("1"), REVIEWED);
        app.approve(null);

        AppVersion upgrade = app.submit("2", Releases.departments("1", "2"), REVIEWED, ALSO_REVIEWED);

        assertThat(Releases.states(upgrade))
                .isEqualTo(Map.of(REVIEWED, DecisionState.GRANTED, ALSO_REVIEWED, DecisionState.PENDING));
        assertThat(upgrade.decisions().get(0).by()).isEqualTo(Decider.ADMIN);
        assertThat(app.granted()).containsExactly(REVIEWED);
        assertThat(app.grantedRange()).isEqualTo(Releases.departments("1"));
        assertThat(upgrade.range())
                .isEqualTo(new RangeDecision(
                        Releases.departments("1", "2"), Releases.departments("1"), DecisionState.PENDING));

        app.submit("3", null, AUTO);
        assertThat(app.granted()).as("what no version asks for any more stays").contains(REVIEWED);
        assertThat(app.grantedRange()).isEqualTo(Releases.departments("1"));
    }

    @Test
    void aNewerVersionTakesTheOlderOnesPlaceInTheQueue() {
        app.submit("1", Releases.departments("1"), REVIEWED);
        app.submit("2", null, ALSO_REVIEWED);

        assertThat(app.openReview().version()).isEqualTo("2");
        AppVersion old = app.tenant.apps().version(Releases.BOT, "1").orElseThrow();
        assertThat(old.isPending()).isFalse();
        assertThat(old.decisions().get(0).refusal()).contains("version 2");
        assertThat(app.grantedRange()).isEqualTo(DataRange.NOBODY);
    }

    @Test
    void aRangeIsReviewedLikeAnAdvancedPermission() {
        AppVersion version = app.submit("1", Releases.departments("1"), AUTO);

        assertThat(version.isPending()).as("only the range waits").isTrue();
        assertThat(app.grantedRange()).isEqualTo(DataRange.NOBODY);
        ReviewedVersion reviewed = app.approve(null);
        assertThat(reviewed.review().isOpen()).isFalse();
        assertThat(app.grantedRange()).isEqualTo(Releases.departments("1"));
    }

    @Test
    void whereAdvancedPermissionsAreAutomaticSoAreRanges() {
        app.put(new ApprovalRules(
                new ByLevel(Approval.AUTO, Approval.AUTO),
                ApprovalRules.RECOMMENDED.user(),
                Approval.REVIEW,
                List.of()));

        assertThat(app.submit("1", DataRange.EVERYONE, AUTO).isPending()).isFalse();
        assertThat(app.grantedRange()).isEqualTo(DataRange.EVERYONE);
    }

    @Test
    void aRangeIsNarrowedAndNeverWidened() {
        app.submit("1", Releases.departments("1"), REVIEWED);

        assertFault(refusal(() -> app.approve(Releases.departments("1", "2"))), "/data_range");
        assertFault(refusal(() -> app.approve(DataRange.EVERYONE)), "/data_range");
        assertFault(refusal(() -> app.approve(Releases.groups("team"))), "/data_range");
        assertFault(refusal(() -> app.approve(Releases.members("nobody"))), "/data_range/user_ids/0");
        ReviewedVersion named = app.approve(null, "p:advanced");
        assertThat(named.version().range().isPending())
                .as("names leave the range")
                .isTrue();
        app.approve(Releases.members("bob"));
        assertThat(app.grantedRange()).isEqualTo(Releases.members("bob"));
    }

    @Test
    void aRejectedRangeLeavesTheOldOne() {
        app.submit("1", Releases.departments("11"), AUTO);
        app.approve(null);
        app.submit("2", DataRange.EVERYONE, AUTO);
        ReviewedVersion reviewed = app.reject();

        assertThat(app.grantedRange()).isEqualTo(Releases.departments("11"));
        assertThat(reviewed.version().range())
                .isEqualTo(new RangeDecision(DataRange.EVERYONE, Releases.departments("11"), DecisionState.REJECTED));
    }

    @Test
    void aRangeThatReachesNobodyNewIsInForceAtOnce() {
        app.submit("1", Releases.departments("1"), AUTO);
        app.approve(null);

        assertThat(app.submit("3", Releases.departments("11"), AUTO).isPending())
                .isFalse();
        assertThat(app.grantedRange()).isEqualTo(Releases.departments("11"));
        assertThat(app.submit("4", Releases.members("bob"), AUTO).isPending()).isFalse();
        assertThat(app.submit("5", Releases.members("amy"), AUTO).isPending()).isTrue();
        assertThat(app.submit("6", DataRange.NOBODY, AUTO).isPending()).isFalse();
        assertThat(app.grantedRange()).isEqualTo(DataRange.NOBODY);
    }

    @Test
    void aGroupReachesFurtherWhoeverIsInItToday() {
        app.submit("1", Releases.departments("1"), AUTO);
        app.approve(null);

        assertThat(app.submit("2", Releases.groups("team"), AUTO).isPending()).isTrue();
    }

    @Test
    void whoTheDeveloperDoesNotSeeIsNotThere() {
        app.tenant.force(new StateChange.PutPolicy(new VisibilityPolicy(
                new MainRuleChoice("own_department", List.of(), Map.of()),
                List.of(),
                VisibilityPolicy.DEFAULT.displayOrder())));

        Problem hidden =
                refusal(() -> app.submitAs("1", OneTenant.DEV, Releases.members("amy", "cyd"), "because", AUTO));
        Problem absent =
                refusal(() -> app.submitAs("1", OneTenant.DEV, Releases.members("amy", "nix"), "because", AUTO));
        assertFault(hidden, "/data_range/user_ids/1");
        assertThat(hidden.detail().replace("cyd", "nix")).isEqualTo(absent.detail());
        assertFault(
                refusal(() -> app.submitAs("1", OneTenant.DEV, Releases.departments("1", "2"), "because", AUTO)),
                "/data_range/department_ids/1");
        assertThat(app.submit("1", Releases.members("cyd"), AUTO).isPending())
                .as("an administrator names everybody")
                .isTrue();
    }

    @Test
    void aRevokedPermissionIsGoneAndReturnsOnlyByReview() {
        app.submit("1", null, AUTO);
        app.revoke(AUTO);

        assertThat(app.granted()).isEmpty();
        PermissionDecision decision = app.tenant
                .apps()
                .version(Releases.BOT, "1")
                .orElseThrow()
                .decisions()
                .get(0);
        assertThat(decision.state()).isEqualTo(DecisionState.REVOKED);
        assertThat(decision.by()).isEqualTo(Decider.ADMIN);
        assertThat(refusal(() -> app.revoke(AUTO)).code()).isEqualTo(Codes.NOT_FOUND);
        assertThat(app.submit("2", null, AUTO).isPending()).isTrue();
        app.approve(null);
        assertThat(app.granted()).containsExactly(AUTO);
    }

    @Test
    void changedRulesCountForLaterSubmissions() {
        app.submit("1", null, REVIEWED);
        app.put(ApprovalRules.RECOMMENDED.withExceptions(
                List.of(new ApprovalException(Releases.permission(REVIEWED), Approval.AUTO))));

        assertThat(app.granted()).isEmpty();
        assertThat(app.submit("2", null, REVIEWED).isPending()).isFalse();
        assertFault(
                refusal(() -> app.put(ApprovalRules.RECOMMENDED.withExceptions(
                        List.of(new ApprovalException(Releases.permission("p:none@app"), Approval.AUTO))))),
                "/exceptions/0/name");
    }

    @ParameterizedTest
    @CsvSource({
        "GRANT, GRANTED",
        "REVIEW, PENDING",
        "REJECT, REJECTED",
        "THROW, PENDING",
        "MUTE, PENDING",
        "WORDLESS, PENDING",
        "SILENT, GRANTED"
    })
    void aPolicyDecidesInstead(String says, DecisionState expected) {
        app.policies.bindPolicy(policy(says), Map.of());

        AppVersion version = app.submit("1", null, AUTO);

        assertThat(version.decisions().get(0).state()).isEqualTo(expected);
        assertThat(version.decisions().get(0).by()).isEqualTo(says.equals("SILENT") ? Decider.RULE : Decider.POLICY);
        assertThat(app.granted()).hasSize(expected == DecisionState.GRANTED ? 1 : 0);
    }

    private static ApprovalPolicy policy(String says) {
        return question -> switch (says) {
            case "GRANT" -> ApprovalVerdict.GRANTED;
            case "REVIEW" -> ApprovalVerdict.REVIEW;
            case "REJECT" -> new ApprovalVerdict.Rejected("not here");
            case "SILENT" -> ApprovalVerdict.NO_OPINION;
            case "MUTE" -> null;
            case "WORDLESS" -> new ApprovalVerdict.Rejected(null);
            default -> throw new IllegalStateException("broken");
        };
    }

    @Test
    void theWeightiestVerdictCountsAndAFailedPolicyStaysAsideUntilItIsReplaced() {
        ApprovalPolicy broken = policy("THROW");
        app.policies.bindPolicy(policy("GRANT"), Map.of("service.id", 1L));
        app.policies.bindPolicy(broken, Map.of("service.id", 2L));

        assertThat(Releases.states(app.submit("1", null, AUTO)).values()).containsOnly(DecisionState.PENDING);
        assertThat(app.policies.look().detail()).contains("broken").contains("people decide");
        app.policies.unbindPolicy(broken);
        assertThat(app.policies.look()).isEqualTo(Health.UP);
        assertThat(Releases.states(app.submit("2", null, AUTO)).values()).containsOnly(DecisionState.GRANTED);
        app.policies.bindPolicy(policy("REJECT"), Map.of("service.id", 3L));
        app.policies.bindPolicy(policy("REVIEW"), Map.of("service.id", 4L));
        assertThat(Releases.states(app.submit("3", null, REVIEWED)).values()).containsOnly(DecisionState.REJECTED);
    }

    @Test
    void nothingSecretIsAuditedOrSent() {
        app.submit("1", null, REVIEWED);
        assertThat(app.tenant.audit.toString()
                        + app.tenant.cards.stream().map(Notice::parameters).toList())
                .doesNotContain("digest(")
                .doesNotContain("sealed(");
    }
}
