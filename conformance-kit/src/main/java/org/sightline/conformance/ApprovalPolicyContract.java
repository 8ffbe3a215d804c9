package org.sightline.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalQuestion;
import org.sightline.spi.ApprovalVerdict;

/**
 * Tells whether an approval policy keeps the contract of {@link ApprovalPolicy}. Extend it in the policy's own tests.
 */
@SuppressWarnings("JUnitMethodDeclaration")
public abstract class ApprovalPolicyContract {

    /** Returns a new instance of the policy, as the framework would make it. */
    protected abstract ApprovalPolicy policy();

    /** Returns questions to try: among them some that the policy has an opinion on. */
    protected abstract List<ApprovalQuestion> questions();

    /** Returns how long a call may take; as long as the server waits unless overridden. */
    protected Duration timeLimit() {
        return Duration.ofSeconds(2);
    }

    /** Every question gets a verdict, and a rejection says why. */
    @Test
    public final void everyQuestionGetsAVerdict() {
        for (ApprovalVerdict verdict : judgeAll(policy())) {
            if (verdict instanceof ApprovalVerdict.Rejected rejected) {
                Broken.unless(
                        rejected.reason() != null && !rejected.reason().isBlank(),
                        "a rejection has no reason",
                        "Say to the developer what is wrong and what to do.");
            }
        }
    }

    /** The same question gets the same verdict, also from another instance. */
    @Test
    public final void sameQuestionGetsTheSameVerdict() {
        ApprovalPolicy policy = policy();
        List<ApprovalVerdict> first = judgeAll(policy);
        Broken.unless(
                first.equals(judgeAll(policy)) && first.equals(judgeAll(policy())),
                "the same question gets different verdicts",
                "Decide by the question and the settings alone.");
    }

    /** Many threads can ask at once. */
    @Test
    public final void isSafeForManyThreads() {
        ApprovalPolicy policy = policy();
        List<ApprovalVerdict> alone = judgeAll(policy());
        for (int round = 0; round < 20; round++) {
            for (List<ApprovalVerdict> together : Race.run(
                    "judging on four threads at once",
                    timeLimit(),
                    number -> () -> questions().stream().map(policy::judge).toList())) {
                Broken.unless(
                        together.equals(alone),
                        "four threads at once get other verdicts than one alone",
                        "Keep nothing in fields that a call changes.");
            }
        }
    }

    /** Returns a question about an advanced permission that an app asks for as itself and the rules would grant. */
    protected static ApprovalQuestion question(String permission) {
        Permission asked = new Permission(
                new PermissionName(permission),
                Map.of(Locale.ENGLISH, permission),
                "conformance",
                false,
                Map.of(Identity.APP, new PermissionUse(PermissionLevel.ADVANCED, Approval.REVIEW)));
        return new ApprovalQuestion(
                Organisation.tenant("conformance"),
                new AppId("app"),
                "An app",
                asked,
                Identity.APP,
                null,
                Approval.AUTO);
    }

    private List<ApprovalVerdict> judgeAll(ApprovalPolicy policy) {
        List<ApprovalVerdict> verdicts = new ArrayList<>();
        for (ApprovalQuestion question : questions()) {
            @Nullable
            ApprovalVerdict verdict = Limited.call("`judge` of " + question, timeLimit(), () -> policy.judge(question));
            if (verdict == null) {
                throw new Broken(
                        "`judge` of " + question + " gave null",
                        "Return ApprovalVerdict.NO_OPINION where others shall decide.");
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }
}
