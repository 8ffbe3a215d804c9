package org.sightline.notifications.internal.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Delivery;
import org.sightline.problem.ProblemException;
import org.sightline.spi.Card;
import org.sightline.store.DeliveryStore;
import org.sightline.store.DeliveryStore.Outgoing;
import org.sightline.store.DeliveryStore.Receiver;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands new cards to channels and lets each channel work on what is due. The store remembers everything, so that a server
 * which stops, or another one beside it, neither loses nor doubles the work; only a call that was cut short is repeated.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 100;
    private static final int IN_A_ROW = 20;

    private final DeliveryStore store;
    private final CardMaking cards;
    private final Function<TenantKey, List<String>> route;
    private final Posts posts;
    private final InstantSource clock;
    private final Patience patience;
    private final ScheduledExecutorService alarms;
    private final Runnable moreToDo;
    private final AttemptCounts counts = new AttemptCounts();

    /**
     * Creates the courier.
     *
     * @param route    by which channels a tenant's cards go
     * @param alarms   where time limits run
     * @param moreToDo called when a channel has become free
     */
    Courier(
            DeliveryStore store,
            CardMaking cards,
            Function<TenantKey, List<String>> route,
            Posts posts,
            InstantSource clock,
            Patience patience,
            ScheduledExecutorService alarms,
            Runnable moreToDo) {
        this.store = store;
        this.cards = cards;
        this.route = route;
        this.posts = posts;
        this.clock = clock;
        this.patience = patience;
        this.alarms = alarms;
        this.moreToDo = moreToDo;
    }

    /** Returns how attempts ended. */
    AttemptCounts counts() {
        return counts;
    }

    /** Does what there is to do right now; returns without waiting for any channel. */
    void round() {
        List<Outgoing> fresh;
        do {
            fresh = store.undispatched(BATCH);
            for (Outgoing card : fresh) {
                store.dispatch(card.tenant(), card.number(), route.apply(card.tenant()), clock.instant());
            }
        } while (fresh.size() == BATCH);
        for (Receiver receiver : store.dueReceivers(clock.instant())) {
            posts.find(receiver.channel()).ifPresent(post -> post.serve(receiver.tenant(), () -> work(post, receiver)));
        }
    }

    /** Works on what is due for a receiver until something fails or nothing is left. */
    private void work(Post post, Receiver receiver) {
        try {
            for (Delivery due : store.due(receiver, clock.instant(), IN_A_ROW)) {
                Optional<Delivery> claimed = store.claim(due, clock.instant().plus(patience.claim()));
                if (claimed.isPresent() && !arrives(post, claimed.get())) {
                    return;
                }
            }
        } catch (StoreUnavailableException | ProblemException failure) {
            LOG.warn("deliveries by `{}` wait until the store is back", receiver.channel(), failure);
        } finally {
            moreToDo.run();
        }
    }

    private boolean arrives(Post post, Delivery claimed) {
        Optional<Card> card = store.card(claimed.tenant(), claimed.number()).flatMap(cards::of);
        if (card.isEmpty()) {
            store.settle(claimed, claimed.givenUp("the card is gone", now()));
            return true;
        }
        Outcome outcome = new Outcome();
        post.attempt(card.get(), patience.limit(), failure -> {
                    outcome.arrived = failure == null;
                    settle(post, claimed, failure);
                })
                .run(alarms);
        return outcome.arrived;
    }

    private void settle(Post post, Delivery claimed, @Nullable String failure) {
        if (failure == null) {
            post.arrived(claimed.tenant());
            Delivery delivered = claimed.delivered(now());
            counts.count(delivered);
            store.settle(claimed, delivered);
            return;
        }
        post.failed(claimed.tenant(), failure, patience);
        Delivery outcome = patience.afterFailure(claimed, failure, now());
        counts.count(outcome);
        LOG.info(
                "card {} of tenant {} did not go out by `{}`, attempt {}: {}",
                claimed.notice(),
                claimed.tenant(),
                claimed.channel(),
                outcome.attempts(),
                failure);
        store.settle(claimed, outcome);
    }

    private Instant now() {
        return clock.instant();
    }

    /** Whether the card arrived in time; false until somebody says so. */
    private static final class Outcome {

        private volatile boolean arrived;
    }
}
