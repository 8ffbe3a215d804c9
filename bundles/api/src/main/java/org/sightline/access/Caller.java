package org.sightline.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Who is asking, as far as the server has made sure of it. */
public sealed interface Caller {

    /** Returns who will stand in the audit log. */
    Actor actor();

    /** Returns whom limits are counted for. */
    String rateKey();

    /** Returns the tenant the caller belongs to, the only one it may ask about; null for the operator. */
    @Nullable
    TenantKey tenant();

    /** An app, with whichever identity. */
    sealed interface ByApp extends Caller permits App, Delegate {

        /** Returns the app. */
        AppId app();

        /** Returns as whom it calls. */
        Identity identity();

        /** Returns what it may use right now. */
        Set<PermissionName> permissions();
    }

    /** Whoever holds the operator's token: tenants and plans, but nobody's people. */
    record Operator() implements Caller {

        @Override
        public Actor actor() {
            return Actor.OPERATOR;
        }

        @Override
        public String rateKey() {
            return "operator";
        }

        @Override
        public @Nullable TenantKey tenant() {
            return null;
        }
    }

    /**
     * An active member with a session.
     *
     * @param tenant        the member's tenant
     * @param user          the member
     * @param administrator the role right now; null for a member without one
     */
    record User(TenantKey tenant, UserId user, @Nullable Administrator administrator) implements Caller {

        @Override
        public Actor actor() {
            return new Actor(ActorKind.USER, user.value());
        }

        @Override
        public String rateKey() {
            return "user/" + tenant + "/" + user;
        }

        /** Whether the member is a primary administrator. */
        public boolean isPrimary() {
            return administrator != null && administrator.primary();
        }

        /** Whether the member has any administrator role. */
        public boolean isAdministrator() {
            return administrator != null;
        }

        /** Whether the member may do what the permission allows. */
        public boolean may(AdminPermission permission) {
            return administrator != null && administrator.may(permission);
        }

        /** Returns the permissions of the role; empty for a member without one. */
        public Set<AdminPermission> permissions() {
            return Optional.ofNullable(administrator)
                    .map(Administrator::permissions)
                    .orElse(Set.of());
        }
    }

    /**
     * An app that calls as itself (docs/concepts.md, "Identities").
     *
     * @param tenant      the app's tenant
     * @param app         the app
     * @param permissions what it may use right now: granted for the app's identity, and asked for with the token
     */
    record App(TenantKey tenant, AppId app, Set<PermissionName> permissions) implements ByApp {

        /** Takes a copy of the set. */
        public App {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public Identity identity() {
            return Identity.APP;
        }

        @Override
        public Actor actor() {
            return new Actor(ActorKind.APP, app.value());
        }

        @Override
        public String rateKey() {
            return "app/" + app;
        }
    }

    /**
     * An app that calls for an active member who agreed to it; what it makes is the member's
     * (docs/concepts.md, "Identities").
     *
     * @param tenant      the tenant of both
     * @param user        the member
     * @param app         the app
     * @param permissions what it may use right now: granted for the user's identity, and agreed to by the member
     */
    record Delegate(TenantKey tenant, UserId user, AppId app, Set<PermissionName> permissions) implements ByApp {

        /** Takes a copy of the set. */
        public Delegate {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public Identity identity() {
            return Identity.USER;
        }

        @Override
        public Actor actor() {
            return new Actor(ActorKind.USER, user.value());
        }

        @Override
        public String rateKey() {
            return "app/" + app + "/" + user;
        }
    }
}
