package org.sightline.visibility.internal.shadow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.Preparation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.ShadowStore;
import org.sightline.store.ShadowStore.Tally;
import org.sightline.store.StoreUnavailableException;
import org.sightline.visibility.LiveQuestions;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.Shadow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares answers with what candidates would have said, on a thread of its own a moment later (docs/concepts.md,
 * "Shadow"). Whoever answers only leaves a note, and when there are too many notes, the rest are left out.
 */
@Component(service = {LiveQuestions.class, Preparation.class, Comparing.class})
public final class Comparing implements LiveQuestions, Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final int MOST_NOTES = 4_096;
    private static final long PAUSE_MILLIS = 500;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);

    private final RegisteredMainRules mainRules;
    private final ShadowStore store;
    private final BlockingQueue<Question> notes = new ArrayBlockingQueue<>(MOST_NOTES);
    private final ConcurrentMap<TenantKey, Trial> trials = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "visibility-shadow");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts to compare. */
    @Activate
    public Comparing(
            @Reference(name = "mainRules") RegisteredMainRules mainRules,
            @Reference(name = "store") ShadowStore store) {
        this.mainRules = mainRules;
        this.store = store;
        var unused = worker.scheduleWithFixedDelay(this::work, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
        trials.forEach(this::keep);
    }

    @Override
    public void answered(TenantSnapshot state, int viewer, int member, boolean visible) {
        if (state.shadow() != null && viewer != member && !notes.offer(new Question(state, viewer, member, visible))) {
            LOG.trace("too many questions at once, this one is not compared");
        }
    }

    /** Forgets the candidate of a tenant that has none compared any more. */
    @Override
    public void prepare(TenantSnapshot next) {
        if (next.shadow() == null) {
            trials.remove(next.directory().tenant().key());
        }
    }

    private void work() {
        try {
            List<Question> questions = new ArrayList<>();
            notes.drainTo(questions);
            questions.stream()
                    .collect(Collectors.groupingBy(
                            each -> each.state().directory().tenant().key()))
                    .values()
                    .forEach(this::compare);
            trials.forEach(this::keep);
            trials.values().removeIf(trial -> trial.isIdle(LONGEST_IDLE));
        } catch (RuntimeException e) {
            LOG.error("comparing candidate main rules failed; it goes on with the next questions", e);
        }
    }

    /** Compares what is about the newest state; older ones are not worth an engine of their own. */
    private void compare(List<Question> ofTenant) {
        TenantSnapshot newest = ofTenant.stream()
                .map(Question::state)
                .max(Comparator.comparingLong(TenantSnapshot::revision))
                .orElseThrow();
        Shadow shadow = newest.shadow();
        if (shadow != null) {
            trial(newest.directory().tenant().key(), shadow)
                    .compare(
                            newest,
                            ofTenant.stream()
                                    .filter(each -> each.state().revision() == newest.revision())
                                    .toList());
        }
    }

    /** Returns the trial of a tenant's candidate, a new one when another candidate was compared before. */
    private Trial trial(TenantKey tenant, Shadow shadow) {
        return trials.compute(
                tenant,
                (key, present) ->
                        present != null && present.shadow().equals(shadow) ? present : new Trial(mainRules, shadow));
    }

    private void keep(TenantKey tenant, Trial trial) {
        Tally more = trial.takePending();
        if (more.compared() == 0) {
            return;
        }
        try {
            store.add(tenant, trial.shadow().since(), more);
        } catch (StoreUnavailableException e) {
            LOG.debug("counts of tenant `{}` are kept in memory until the store is back", tenant, e);
            trial.putBack(more);
        }
    }

    /** Returns how a tenant's candidate stands on this server. */
    Trial standing(TenantKey tenant, Shadow shadow) {
        Trial present = trials.get(tenant);
        return present != null && present.shadow().equals(shadow) ? present : new Trial(mainRules, shadow);
    }

    /** Returns what a tenant's candidate has shown on all servers. */
    Tally shown(TenantKey tenant, Trial trial) {
        return store.tally(tenant, trial.shadow().since()).plus(trial.pending());
    }
}
