package org.sightline.resources.internal.delivery;

import java.net.URI;
import org.sightline.events.EventMessage;

/** What is to be done with an event right now. */
sealed interface Telling {

    /**
     * The app is told.
     *
     * @param message   what it is told
     * @param url       where
     * @param sealedKey what the message is signed with, sealed
     */
    record Tell(EventMessage message, URI url, String sealedKey) implements Telling {}

    /**
     * The app must not be told any more.
     *
     * @param reason why
     */
    record Drop(String reason) implements Telling {}
}
