package org.sightline.notifications.internal.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.NotificationChannel;

/** A channel that a bundle offers, and what came of asking it for its id. */
final class Offer {

    private static final Pattern ID = Pattern.compile("[a-z0-9_.-]{1,64}");

    private final NotificationChannel channel;
    private final int ranking;
    private final long serviceId;
    private volatile @Nullable String id;
    private volatile String fault = "";

    Offer(NotificationChannel channel, int ranking, long serviceId) {
        this.channel = channel;
        this.ranking = ranking;
        this.serviceId = serviceId;
    }

    NotificationChannel channel() {
        return channel;
    }

    int ranking() {
        return ranking;
    }

    /** Returns what the channel's class is called. */
    String className() {
        return channel.getClass().getName();
    }

    /** Returns the channel's id; null until it has said one that can be used. */
    @Nullable
    String id() {
        return id;
    }

    /** Returns why the channel has no id; empty when it has one or is still being asked. */
    String fault() {
        return fault;
    }

    /** Notes what the channel said. */
    void said(@Nullable String answer) {
        if (answer == null) {
            saidNothing("answered nothing");
        } else if (ID.matcher(answer).matches()) {
            id = answer;
        } else {
            saidNothing("what it says does not match " + ID);
        }
    }

    /** Notes that the channel did not say its id. */
    void saidNothing(String why) {
        fault = "does not say its id: " + why;
    }

    /** Returns how the channel fares; one without an id goes by the name of its class. */
    PolicyInfo info(PolicyInfo.State state, String detail) {
        String name = id;
        return new PolicyInfo(
                PolicyInfo.Kind.NOTIFICATION_CHANNEL, name == null ? className() : name, serviceId, state, detail);
    }
}
