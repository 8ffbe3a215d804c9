package org.sightline.rest.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** Tokens that say whose they are. */
public final class FakeSessions implements Sessions {

    private final Map<String, Caller> callers = new HashMap<>();

    public FakeSessions() {
        callers.put("operator", new Caller.Operator());
        TenantKey acme = new TenantKey("acme");
        callers.put("member", new Caller.User(acme, new UserId("m0"), null));
        callers.put("primary", user(acme, "m1", true));
        callers.put("organization", user(acme, "m2", false, AdminPermission.ORGANIZATION));
        callers.put("apps", user(acme, "m3", false, AdminPermission.ALL_APPLICATIONS_MANAGEMENT));
        AppId app = new AppId("bot");
        callers.put("app", new Caller.App(acme, app, Set.of()));
        callers.put("reader", new Caller.App(acme, app, Set.of(new PermissionName("probe:all"))));
        callers.put("writer", new Caller.App(acme, app, Set.of(new PermissionName("probe:write"))));
        callers.put(
                "delegate", new Caller.Delegate(acme, new UserId("m0"), app, Set.of(new PermissionName("probe:read"))));
        callers.put(
                "overreach",
                new Caller.Delegate(
                        acme,
                        new UserId("m1"),
                        app,
                        Set.of(new PermissionName("probe:all"), new PermissionName("probe:write"))));
        callers.put("stranger", user(new TenantKey("other"), "m1", true));
    }

    private static Caller user(TenantKey tenant, String id, boolean primary, AdminPermission... permissions) {
        UserId user = new UserId(id);
        return new Caller.User(tenant, user, new Administrator(user, primary, Set.of(permissions)));
    }

    /** Lets somebody in. */
    void put(String token, Caller caller) {
        callers.put(token, caller);
    }

    @Override
    public OpenedSession open(TenantKey tenant, String login, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Caller authenticate(String token) {
        Caller caller = callers.get(token);
        if (caller == null) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, Codes.UNAUTHENTICATED, "the token is not valid")
                    .exception();
        }
        return caller;
    }

    @Override
    public void close(String token) {
        callers.remove(token);
    }

    @Override
    public Committed<UserId> setPassword(TenantKey tenant, Actor actor, UserId user, String password) {
        throw new UnsupportedOperationException();
    }
}
