package org.sightline.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;

/** Tells whether a trust policy keeps the contract of {@link TrustPolicy}. Extend it in the policy's own tests. */
@SuppressWarnings("JUnitMethodDeclaration")
public abstract class TrustPolicyContract {

    /** Returns a new instance of the policy, as the framework would make it. */
    protected abstract TrustPolicy policy();

    /** Returns the tenants that are judged, each against each; one for each plan unless overridden. */
    protected List<Tenant> tenants() {
        List<Tenant> tenants = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            tenants.add(Organisation.tenant("on-" + plan.key(), plan));
        }
        return tenants;
    }

    /** Returns how long a call may take; as long as the server waits unless overridden. */
    protected Duration timeLimit() {
        return Duration.ofSeconds(5);
    }

    /** Every two tenants get a verdict, and a refusal says why. */
    @Test
    public final void everyPairGetsAVerdict() {
        for (TrustVerdict verdict : judgeAll(policy())) {
            if (verdict instanceof TrustVerdict.Refused refused) {
                Broken.unless(
                        refused.code() != null && refused.code().matches("[a-z0-9_]{1,64}"),
                        "a refusal has the code `" + refused.code() + "`",
                        "Give a constant out of a-z 0-9 _ that programs can rely on.");
                Broken.unless(
                        refused.reason() != null && !refused.reason().isBlank(),
                        "the refusal `" + refused.code() + "` has no reason",
                        "Say to the administrators who ask what is wrong and what they can do.");
            }
        }
    }

    /** The same two tenants get the same verdict, also from another instance. */
    @Test
    public final void sameTenantsGetTheSameVerdict() {
        TrustPolicy policy = policy();
        List<TrustVerdict> first = judgeAll(policy);
        Broken.unless(
                first.equals(judgeAll(policy)) && first.equals(judgeAll(policy())),
                "the same two tenants get different verdicts",
                "Decide by the two tenants and the settings alone; a request is judged again when it is approved.");
    }

    /** Many threads can ask at once. */
    @Test
    public final void isSafeForManyThreads() {
        TrustPolicy policy = policy();
        List<TrustVerdict> alone = judgeAll(policy());
        for (int round = 0; round < 20; round++) {
            for (List<TrustVerdict> together :
                    Race.run("judging on four threads at once", timeLimit(), number -> () -> plainly(policy))) {
                Broken.unless(
                        together.equals(alone),
                        "four threads at once get other verdicts than one alone",
                        "Keep nothing in fields that a call changes.");
            }
        }
    }

    private List<TrustVerdict> judgeAll(TrustPolicy policy) {
        List<TrustVerdict> verdicts = new ArrayList<>();
        for (Tenant scanning : tenants()) {
            for (Tenant inviting : tenants()) {
                @Nullable
                TrustVerdict verdict = Limited.call(
                        "`judge` of " + scanning.key() + " and " + inviting.key(),
                        timeLimit(),
                        () -> policy.judge(scanning, inviting));
                if (verdict == null) {
                    throw new Broken(
                            "`judge` of " + scanning.key() + " and " + inviting.key() + " gave null",
                            "Return TrustVerdict.ALLOWED when there is no objection.");
                }
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    private List<TrustVerdict> plainly(TrustPolicy policy) {
        return tenants().stream()
                .flatMap(scanning -> tenants().stream().map(inviting -> policy.judge(scanning, inviting)))
                .toList();
    }
}
