package org.sightline.rest.internal.resources;

import org.sightline.access.Caller;
import org.sightline.rest.internal.answer.Call;

/** The calling app, as itself or for a member. */
final class AppCallers {

    private AppCallers() {}

    static Caller.ByApp of(Call call) {
        if (call.caller() instanceof Caller.ByApp app) {
            return app;
        }
        throw new IllegalStateException("only apps have resources and events");
    }
}
