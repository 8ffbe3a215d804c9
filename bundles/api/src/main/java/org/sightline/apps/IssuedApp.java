package org.sightline.apps;

import org.sightline.apps.model.App;

/**
 * An app with its secrets, the only time they are shown.
 *
 * @param app        the app
 * @param secret     proves that a caller is the app
 * @param signingKey proves that an event comes from this server
 */
public record IssuedApp(App app, String secret, String signingKey) {

    @Override
    public String toString() {
        return "IssuedApp[" + app.id() + "]";
    }
}
