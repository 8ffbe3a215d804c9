package org.sightline.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way by which cards of the Admin Assistant go out, beside the inbox (docs/concepts.md, "Channels").
 *
 * <p>Register an implementation as an OSGi service. The server calls it for every card of every tenant, on threads that
 * serve this channel alone: for one tenant one card after the other, for several tenants at the same time. What throws,
 * or takes longer than the time limit (10 seconds; the thread is interrupted), is tried again with growing pauses for a
 * day. A card may come twice, when the server stopped at the wrong moment: {@link Card#id()} tells.
 */
@ConsumerType
public interface NotificationChannel {

    /**
     * Returns the channel's id, such as {@code file}; out of {@code a-z 0-9 _ . -}, at most 64. Asked once, when the
     * service appears, under the time limit; a channel that does not say one is not called again.
     */
    String id();

    /**
     * Hands a card over; returns when the other side has it.
     *
     * @throws Exception when it did not work; the message is shown to administrators, so it names no secret
     */
    void deliver(Card card) throws Exception;
}
