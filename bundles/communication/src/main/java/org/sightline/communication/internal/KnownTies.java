package org.sightline.communication.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.CommunicationStore;
import org.sightline.store.StoreUnavailableException;

/** What members have with each other, read from the store once for each state of their tenant. */
final class KnownTies {

    /** How many contacts, chats and blocks are kept in memory together. */
    private static final long MOST_TIES = 1_000_000;

    private static final int WEIGHT_OF_NONE = 10;

    private final CommunicationStore store;
    private final Cache<Person, Read> reads = Caffeine.newBuilder()
            .maximumWeight(MOST_TIES)
            .weigher((Person owner, Read read) -> read.weight())
            .build();

    KnownTies(CommunicationStore store) {
        this.store = store;
    }

    /** Returns what a member has in a state of their tenant. */
    Ties of(TenantSnapshot tenant, UserId user) {
        Person owner = new Person(People.keyOf(tenant), user);
        @Nullable Read known = reads.getIfPresent(owner);
        if (known != null && known.state().refersTo(tenant)) {
            return known.ties();
        }
        Ties ties = asked(() -> store.ties(owner.tenant(), user, tenant.revision()));
        reads.put(owner, new Read(new WeakReference<>(tenant), ties));
        return ties;
    }

    List<Person> tiedTo(TenantKey tenant) {
        return asked(() -> store.tiedTo(tenant));
    }

    List<Person> membersWithPhone(PhoneNumber number) {
        return asked(() -> store.membersWithPhone(number));
    }

    private static <R> R asked(Supplier<R> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database does not answer at the moment, and contacts and chats are only there;"
                                    + " try again"),
                    e);
        }
    }

    /** Weak, since a state that nobody else uses any more need not be kept for this. */
    private record Read(WeakReference<TenantSnapshot> state, Ties ties) {

        int weight() {
            return WEIGHT_OF_NONE
                    + ties.contacts().size()
                    + ties.chats().size()
                    + ties.blocks().size();
        }
    }
}
