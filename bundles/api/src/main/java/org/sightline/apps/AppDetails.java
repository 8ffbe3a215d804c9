package org.sightline.apps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;

/**
 * What a developer says about an app.
 *
 * @param name         shown to people
 * @param redirectUris where members are sent back to after they agreed, compared to the letter
 * @param eventUrl     where events go; null for nowhere
 * @param enabled      whether it works
 */
public record AppDetails(
        String name, List<String> redirectUris, @Nullable String eventUrl, boolean enabled) {

    /** Takes a copy of the list. */
    public AppDetails {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Returns the details of an app. */
    public static AppDetails of(App app) {
        return new AppDetails(app.name(), app.redirectUris(), app.eventUrl(), app.enabled());
    }
}
