package org.sightline.apps.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.UserId;

/**
 * An app of a tenant, in which alone it acts (docs/concepts.md, "Apps").
 *
 * @param id           over the whole server
 * @param name         shown to people
 * @param owner        the member who registered it, its developer
 * @param createdAt    when
 * @param redirectUris where members are sent back to after they agreed
 * @param eventUrl     where events go; null for nowhere
 * @param availability whether it works, and who switched it off
 * @param secrets      what is kept of them
 * @param range        whose data it reaches as itself, by what was granted so far
 */
public record App(
        AppId id,
        String name,
        UserId owner,
        Instant createdAt,
        List<String> redirectUris,
        @Nullable String eventUrl,
        AppAvailability availability,
        AppSecrets secrets,
        DataRange range) {

    /** Takes a copy of the list. */
    public App {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Whether it works. */
    public boolean enabled() {
        return availability == AppAvailability.ENABLED;
    }

    /** Returns the app with other details. */
    public App with(
            String newName,
            List<String> newRedirectUris,
            @Nullable String newEventUrl,
            AppAvailability newAvailability) {
        return new App(id, newName, owner, createdAt, newRedirectUris, newEventUrl, newAvailability, secrets, range);
    }

    /** Returns the app with other secrets. */
    public App withSecrets(AppSecrets changed) {
        return new App(id, name, owner, createdAt, redirectUris, eventUrl, availability, changed, range);
    }

    /** Returns the app with another granted range. */
    public App withRange(DataRange granted) {
        return new App(id, name, owner, createdAt, redirectUris, eventUrl, availability, secrets, granted);
    }
}
