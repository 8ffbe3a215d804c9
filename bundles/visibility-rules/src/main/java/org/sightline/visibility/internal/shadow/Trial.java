package org.sightline.visibility.internal.shadow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.store.ShadowStore;
import org.sightline.store.ShadowStore.Pair;
import org.sightline.store.ShadowStore.Tally;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.internal.engine.CompiledEngine;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.Registered;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.mainrule.VendorFailure;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * One tenant's candidate: the engine that the tenant would have with it, and what it has shown and is not stored yet. A
 * candidate that fails is not asked again until its service is replaced; tenants that have chosen the same rule go on.
 * One thread compares, any may look.
 */
final class Trial {

    private static final long REMEMBERED_BYTES = 16_000_000;

    /** For so many times as long as compiling took, questions about newer states are left out. */
    private static final int REST = 10;

    private final RegisteredMainRules mainRules;
    private final Shadow shadow;
    private @Nullable Made made;
    private long compiledAt;
    private long compiling;
    private volatile long comparedAt = System.nanoTime();
    private Tally pending = Tally.NOTHING;
    private volatile @Nullable Failure failure;

    Trial(RegisteredMainRules mainRules, Shadow shadow) {
        this.mainRules = mainRules;
        this.shadow = shadow;
    }

    /** What the engine was made from. */
    private record Made(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            Registered rule,
            MainSight sight,
            CompiledEngine engine) {

        /** Whether the engine is the one for this state; the same content in other objects does not count. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(TenantSnapshot state, Registered serving) {
            return directory == state.directory() && policy == state.policy() && rule == serving;
        }
    }

    /** That a service failed, and how. */
    private record Failure(Registered rule, String what) {}

    Shadow shadow() {
        return shadow;
    }

    /**
     * Compares.
     *
     * @param questions all about this state
     */
    void compare(TenantSnapshot state, List<Question> questions) {
        comparedAt = System.nanoTime();
        Registered serving = mainRules.serving(shadow.candidate().type());
        Failure before = failure;
        if (serving == null || (before != null && before.rule().equals(serving))) {
            return;
        }
        failure = null;
        try {
            Made current = madeFor(state, serving);
            if (current != null) {
                Tally tally = mainRules.attempt(() -> tally(current.engine(), questions));
                if (failure == null) {
                    add(tally);
                }
            }
        } catch (VendorFailure e) {
            made = null;
            failure = new Failure(serving, e.what());
        }
    }

    /** Returns the engine for a state; null while the last one took so long that it is too early for another. */
    private @Nullable Made madeFor(TenantSnapshot state, Registered serving) {
        Made present = made;
        if (present != null && present.fits(state, serving)) {
            return present;
        }
        long begin = System.nanoTime();
        if (present != null && begin - compiledAt < REST * compiling) {
            return null;
        }
        Made next = compile(state, serving, present);
        made = next;
        compiledAt = System.nanoTime();
        compiling = compiledAt - begin;
        return next;
    }

    @SuppressWarnings("ReferenceEquality")
    private Made compile(TenantSnapshot state, Registered serving, @Nullable Made before) {
        DirectorySnapshot directory = state.directory();
        VisibilityPolicy policy = new VisibilityPolicy(
                shadow.candidate(), state.policy().ruleSets(), state.policy().displayOrder());
        boolean sameSight = before != null && before.rule() == serving && directory.sameContentAs(before.directory());
        MainSight sight = before != null && sameSight
                ? before.sight()
                : mainRules.trial(
                        serving,
                        shadow.candidate(),
                        directory,
                        thrown -> failure = new Failure(serving, "threw " + thrown));
        CompiledEngine engine = before == null
                ? CompiledEngine.compile(directory, policy, sight, REMEMBERED_BYTES)
                : before.engine().with(directory, policy, sight);
        return new Made(directory, state.policy(), serving, sight, engine);
    }

    private static Tally tally(CompiledEngine engine, List<Question> questions) {
        long gained = 0;
        long lost = 0;
        Set<Pair> gainedSamples = new LinkedHashSet<>();
        Set<Pair> lostSamples = new LinkedHashSet<>();
        for (Question question : questions) {
            boolean would = engine.sees(question.viewer(), question.member());
            if (would && !question.visible()) {
                gained++;
                sample(gainedSamples, question);
            } else if (!would && question.visible()) {
                lost++;
                sample(lostSamples, question);
            }
        }
        return new Tally(questions.size(), gained, lost, new ArrayList<>(gainedSamples), new ArrayList<>(lostSamples));
    }

    private static void sample(Set<Pair> samples, Question question) {
        if (samples.size() < ShadowStore.MOST_SAMPLES) {
            samples.add(question.pair());
        }
    }

    private synchronized void add(Tally more) {
        pending = pending.plus(more);
    }

    /** Returns what is not stored yet. */
    synchronized Tally pending() {
        return pending;
    }

    /** Takes out what is to be stored now. */
    synchronized Tally takePending() {
        Tally taken = pending;
        pending = Tally.NOTHING;
        return taken;
    }

    /** Puts back what could not be stored. */
    synchronized void putBack(Tally taken) {
        pending = taken.plus(pending);
    }

    /** How comparing stands. */
    ShadowReport.State state() {
        if (mainRules.serving(shadow.candidate().type()) == null) {
            return ShadowReport.State.MISSING;
        }
        return hasFailed() ? ShadowReport.State.FAILED : ShadowReport.State.COMPARING;
    }

    private boolean hasFailed() {
        Failure present = failure;
        return present != null
                && present.rule().equals(mainRules.serving(shadow.candidate().type()));
    }

    /** Why comparing does not go on; empty when it does. */
    String detail() {
        Failure present = failure;
        return switch (state()) {
            case COMPARING -> "";
            case MISSING -> "no bundle offers `" + shadow.candidate().type() + "`, or it is put aside";
            case FAILED ->
                "the candidate " + (present == null ? "failed" : present.what())
                        + "; it is not asked again until its bundle is replaced";
        };
    }

    /** Whether nothing was compared for a while. */
    boolean isIdle(Duration longest) {
        return System.nanoTime() - comparedAt > longest.toNanos();
    }
}
