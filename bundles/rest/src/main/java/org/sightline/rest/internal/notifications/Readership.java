package org.sightline.rest.internal.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sightline.access.Caller;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.CardAccess;
import org.sightline.notifications.Inbox;
import org.sightline.notifications.Notification;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Call;

/**
 * Which of the cards in an inbox its owner may read (docs/concepts.md, "Notifications"): an administrator all, a member
 * with apps those on decisions about these apps, whatever else came while the member was an administrator.
 *
 * @param tenant the state in which they read
 * @param user   who reads
 * @param all    whether they are an administrator
 */
record Readership(TenantSnapshot tenant, UserId user, boolean all) {

    private static final int CHUNK = 500;

    /**
     * Returns who reads in a call.
     *
     * @throws org.sightline.problem.ProblemException {@code forbidden} for a member without a role and without an app
     */
    static Readership of(Call call) {
        if (!(call.caller() instanceof Caller.User caller)) {
            throw new IllegalStateException("only members have an inbox");
        }
        TenantSnapshot tenant = call.snapshot();
        boolean developer = tenant.apps().apps().values().stream()
                .anyMatch(app -> app.owner().equals(caller.user()));
        if (!caller.isAdministrator() && !developer) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "this is for a member who is an administrator, or has an app, only")
                    .exception();
        }
        return new Readership(tenant, caller.user(), caller.isAdministrator());
    }

    /**
     * Returns the newest cards.
     *
     * @param below only cards with smaller numbers
     * @param most  how many at most
     */
    List<Notification> newest(Inbox inbox, long below, int most) {
        if (all) {
            return inbox.newest(tenant, user, below, most);
        }
        List<Notification> readable = new ArrayList<>();
        List<Notification> chunk = inbox.newest(tenant, user, below, CHUNK);
        while (!chunk.isEmpty() && readable.size() < most) {
            chunk.stream().filter(this::mayRead).limit(most - readable.size()).forEach(readable::add);
            chunk = inbox.newest(tenant, user, chunk.get(chunk.size() - 1).number(), CHUNK);
        }
        return readable;
    }

    /** Marks a card as read and returns it; empty when it is not there for this reader. */
    Optional<Notification> read(Inbox inbox, String id) {
        if (!all) {
            OptionalLong number = inbox.number(tenant.directory().tenant().key(), user, id);
            boolean readable = number.isPresent()
                    && inbox.newest(tenant, user, number.getAsLong() + 1, 1).stream()
                            .anyMatch(this::mayRead);
            if (!readable) {
                return Optional.empty();
            }
        }
        return inbox.read(tenant, user, id);
    }

    private boolean mayRead(Notification card) {
        return CardAccess.holds(tenant, user, card.type(), card.objectId());
    }
}
