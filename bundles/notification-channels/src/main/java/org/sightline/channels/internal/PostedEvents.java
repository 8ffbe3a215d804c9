package org.sightline.channels.internal;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.events.EventMessage;
import org.sightline.events.EventPosts;
import org.sightline.json.EventJson;
import org.sightline.json.Json;

/** Events as signed posts of JSON (docs/concepts.md, "Events"). */
@Component
public final class PostedEvents implements EventPosts {

    private final SignedPosts posts;

    /** Works with these. */
    @Activate
    public PostedEvents(@Reference(name = "posts") SignedPosts posts) {
        this.posts = posts;
    }

    @Override
    public CompletionStage<@Nullable Void> post(URI url, String signingKey, EventMessage message) {
        return posts.post(url, signingKey, Json.bytes(EventJson.of(message)));
    }
}
