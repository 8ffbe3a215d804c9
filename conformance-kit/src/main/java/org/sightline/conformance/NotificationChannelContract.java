package org.sightline.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

/**
 * Tells whether a channel keeps the contract of {@link NotificationChannel}. Extend it in the channel's own tests, with
 * a channel that delivers to somewhere the test can bear.
 */
@SuppressWarnings("JUnitMethodDeclaration")
public abstract class NotificationChannelContract {

    /** Returns a new instance of the channel whose other side takes everything. */
    protected abstract NotificationChannel channel();

    /** Returns how long a delivery may take; as long as the server waits unless overridden. */
    protected Duration timeLimit() {
        return Duration.ofSeconds(10);
    }

    /** The id can be shown and stored, and stays the same. */
    @Test
    public final void idCanBeNamed() {
        NotificationChannel channel = channel();
        @Nullable String id = Limited.call("`id()`", timeLimit(), channel::id);
        Broken.unless(
                id != null && id.matches("[a-z0-9_.-]{1,64}"),
                "`id()` gave `" + id + "`",
                "Give a constant of 1 to 64 characters out of a-z 0-9 _ . -");
        Broken.unless(
                id.equals(channel.id()) && id.equals(channel().id()),
                "`id()` gives `" + id + "` the first time and something else later",
                "Give the same constant for good: the server remembers by it what is still to be delivered.");
    }

    /** Cards with and without addresses are taken, and one that comes twice does no harm. */
    @Test
    public final void takesEveryCardAndOneThatComesTwice() {
        NotificationChannel channel = channel();
        List<Card.Recipient> addressed = List.of(new Card.Recipient(new UserId("ada"), "Ada", "ada@example.org"));
        List<Card.Recipient> unaddressed = List.of(new Card.Recipient(new UserId("bob"), "Bob", null));
        deliver(channel, card("one", "first", addressed));
        deliver(channel, card("one", "first", addressed));
        deliver(channel, card("two", "first", unaddressed));
        deliver(channel, card("three", "first", List.of()));
    }

    /** Cards of several tenants can come at the same time. */
    @Test
    public final void takesCardsOfSeveralTenantsAtOnce() {
        NotificationChannel channel = channel();
        for (int round = 0; round < 5; round++) {
            int card = round;
            Race.run("delivering for four tenants at once", timeLimit(), number -> () -> {
                channel.deliver(card("card-" + number + "-" + card, "tenant-" + number, List.of()));
                return true;
            });
        }
    }

    private void deliver(NotificationChannel channel, Card card) {
        Limited.call("`deliver` of " + card, timeLimit(), () -> {
            channel.deliver(card);
            return true;
        });
    }

    /** Returns a card as the server makes them. */
    protected static Card card(String id, String tenant, List<Card.Recipient> recipients) {
        return new Card(
                id,
                "trust_request_received",
                Instant.parse("2026-03-01T10:00:00Z"),
                new TenantKey(tenant),
                recipients,
                Locale.ENGLISH,
                "A request",
                "Example Ltd. asks to become a trusted party.",
                "https://sightline.example.org/",
                "trust_request",
                "r-1");
    }
}
