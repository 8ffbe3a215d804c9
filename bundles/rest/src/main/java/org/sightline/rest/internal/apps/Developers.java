package org.sightline.rest.internal.apps;

import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.UserId;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;

/** Which apps a caller may see: the own ones, and with {@code all_applications_management} all. */
final class Developers {

    private static final String APP = "app";

    private Developers() {}

    /** Returns the calling member. */
    static Caller.User caller(Call call) {
        if (call.caller() instanceof Caller.User user) {
            return user;
        }
        throw new IllegalStateException("only members have apps");
    }

    /** Whether the caller may do everything with all apps. */
    static boolean managesAll(Call call) {
        return caller(call).may(AdminPermission.ALL_APPLICATIONS_MANAGEMENT);
    }

    /** Whether the caller may see an app. */
    static boolean sees(Call call, App app) {
        UserId user = caller(call).user();
        return app.owner().equals(user) || managesAll(call);
    }

    /**
     * Returns an app that the caller may see; somebody else's answers like one that does not exist.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    static App app(Call call, String text) {
        AppId id = Query.pathId(APP, text, AppId::new);
        return call.snapshot().apps().app(id).filter(app -> sees(call, app)).orElseThrow(() -> Query.noSuch(APP, id)
                .exception());
    }
}
