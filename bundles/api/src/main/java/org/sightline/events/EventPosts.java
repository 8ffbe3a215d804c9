package org.sightline.events;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Carries events to apps. */
@ProviderType
public interface EventPosts {

    /**
     * Posts an event, signed; holds no thread while it waits. Follows no redirect, and calls no private address unless
     * the server allows it.
     *
     * @param url        where the app wants its events
     * @param signingKey of the app
     * @return completes when the receiver has answered with a status of 2xx; else exceptionally, with a
     *     {@link java.io.IOException} whose message says what went wrong, within the time limit and a little
     */
    CompletionStage<@Nullable Void> post(URI url, String signingKey, EventMessage message);
}
