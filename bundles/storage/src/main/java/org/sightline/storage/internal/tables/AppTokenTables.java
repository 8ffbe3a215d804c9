package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.AppTokenStore.FoundToken;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;

/**
 * Authorizations of apps and their tokens.
 *
 * <p>INVARIANT: whoever adds or removes tokens together with others has changed the row of their authorization, or that
 * of the app, before in the same transaction. So one waits for the other, no token outlives its authorization, and nobody
 * waits in a circle. Readers ask for the token and the authorization in statements of their own, for the same reason.
 */
public final class AppTokenTables {

    /** Their names. */
    static final List<String> ALL = List.of("app_authorization", "app_token", ConsentTable.TABLE);

    private static final String BETWEEN = " ";

    /** Keeps an app from changing until the transaction ends; false when it is not there or does not work. */
    public boolean holdApp(Connection connection, TenantKey tenant, AppId app) throws SQLException {
        String enabled = AppAvailability.ENABLED.key();
        try (PreparedStatement statement = connection.prepareStatement("update app set availability = ?"
                + " where tenant_key = ? and app_id = ? and to_revision = ? and availability = ?")) {
            new RowWriter(statement)
                    .text(enabled)
                    .text(tenant.value())
                    .text(app.value())
                    .number(VersionedTable.STILL)
                    .text(enabled);
            return statement.executeUpdate() == 1;
        }
    }

    /** Adds an authorization. */
    public void insert(Connection connection, StoredAuthorization authorization) throws SQLException {
        @Nullable UserId user = authorization.user();
        try (PreparedStatement statement = connection.prepareStatement("insert into app_authorization (tenant_key,"
                + " authorization_id, app_id, user_id, created_micros, touched_micros) values (?, ?, ?, ?, ?, ?)")) {
            new RowWriter(statement)
                    .text(authorization.tenant().value())
                    .text(authorization.id())
                    .text(authorization.app().value())
                    .text(user == null ? null : user.value())
                    .instant(authorization.createdAt())
                    .instant(authorization.createdAt());
            statement.executeUpdate();
        }
    }

    /** Adds a token to an authorization of a tenant. */
    public void insert(Connection connection, TenantKey tenant, StoredToken token) throws SQLException {
        @Nullable CodeTerms terms = token.terms();
        try (PreparedStatement statement = connection.prepareStatement("insert into app_token (tenant_key, digest,"
                + " authorization_id, kind, token_scope, created_micros, expires_micros, used_micros, redirect_uri,"
                + " code_challenge) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(token.digest())
                    .text(token.authorization())
                    .text(key(token.kind()))
                    .text(text(token.scope()))
                    .instant(token.createdAt())
                    .instant(token.expiresAt())
                    .instant(token.usedAt())
                    .text(terms == null ? null : terms.redirectUri())
                    .text(terms == null ? null : terms.challenge());
            statement.executeUpdate();
        }
    }

    /** Returns a token whose authorization has not ended; empty when there is none. */
    public Optional<FoundToken> find(Connection connection, String digest) throws SQLException {
        Optional<TenantsToken> token = token(connection, digest);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        StoredToken stored = token.get().token();
        return authorization(connection, token.get().tenant(), stored.authorization())
                .map(authorization -> new FoundToken(stored, authorization));
    }

    /** Returns those of the digests that {@link #find} finds. */
    public Set<String> present(Connection connection, Set<String> digests) throws SQLException {
        Set<String> present = new HashSet<>();
        InList.ask(
                connection,
                "select t.digest from app_token t join app_authorization a"
                        + " on a.tenant_key = t.tenant_key and a.authorization_id = t.authorization_id"
                        + " where t.digest in",
                digests,
                row -> present.add(row.text()));
        return present;
    }

    private record TenantsToken(TenantKey tenant, StoredToken token) {}

    private static Optional<TenantsToken> token(Connection connection, String digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select tenant_key, digest, kind,"
                + " authorization_id, token_scope, created_micros, expires_micros, used_micros, redirect_uri,"
                + " code_challenge from app_token where digest = ?")) {
            new RowWriter(statement).text(digest);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                RowReader row = new RowReader(rows);
                return Optional.of(new TenantsToken(new TenantKey(row.text()), token(row)));
            }
        }
    }

    private static StoredToken token(RowReader row) throws SQLException {
        return new StoredToken(
                row.text(),
                TokenKind.valueOf(row.text().toUpperCase(Locale.ROOT)),
                row.text(),
                scope(row.textOrNull()),
                Micros.instant(row.longNumber()),
                Micros.instant(row.longNumber()),
                row.instantOrNull(),
                terms(row.textOrNull(), row.textOrNull()));
    }

    private static Optional<StoredAuthorization> authorization(Connection connection, TenantKey tenant, String id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select authorization_id, tenant_key, app_id,"
                + " user_id, created_micros from app_authorization where tenant_key = ? and authorization_id = ?")) {
            new RowWriter(statement).text(tenant.value()).text(id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(authorization(new RowReader(rows))) : Optional.empty();
            }
        }
    }

    private static StoredAuthorization authorization(RowReader row) throws SQLException {
        return new StoredAuthorization(
                row.text(),
                new TenantKey(row.text()),
                new AppId(row.text()),
                user(row.textOrNull()),
                Micros.instant(row.longNumber()));
    }

    private static @Nullable CodeTerms terms(@Nullable String redirectUri, @Nullable String challenge) {
        return redirectUri == null || challenge == null ? null : new CodeTerms(redirectUri, challenge);
    }

    private static @Nullable UserId user(@Nullable String text) {
        return text == null ? null : new UserId(text);
    }

    private static @Nullable String text(@Nullable Set<PermissionName> scope) {
        return scope == null
                ? null
                : new TreeSet<>(scope).stream().map(PermissionName::value).collect(Collectors.joining(BETWEEN));
    }

    private static @Nullable Set<PermissionName> scope(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty()
                ? Set.of()
                : Set.of(text.split(BETWEEN)).stream().map(PermissionName::new).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(TokenKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps an authorization from ending until the transaction ends; false when it has ended. */
    public boolean hold(Connection connection, StoredAuthorization authorization, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update app_authorization set touched_micros = ? where tenant_key = ? and authorization_id = ?")) {
            new RowWriter(statement)
                    .instant(at)
                    .text(authorization.tenant().value())
                    .text(authorization.id());
            return statement.executeUpdate() == 1;
        }
    }

    /** Marks a token as used; false when it was used before or is not there. */
    public boolean use(Connection connection, FoundToken token, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update app_token set used_micros = ? where tenant_key = ? and digest = ? and used_micros is null")) {
            new RowWriter(statement)
                    .instant(at)
                    .text(token.authorization().tenant().value())
                    .text(token.token().digest());
            return statement.executeUpdate() == 1;
        }
    }

    /** Removes one token. */
    public int remove(Connection connection, FoundToken token) throws SQLException {
        return update(
                connection,
                "delete from app_token where tenant_key = ? and digest = ?",
                token.authorization().tenant().value(),
                token.token().digest());
    }

    /** Ends one authorization. */
    public int end(Connection connection, StoredAuthorization authorization) throws SQLException {
        String tenant = authorization.tenant().value();
        update(
                connection,
                "delete from app_authorization where tenant_key = ? and authorization_id = ?",
                tenant,
                authorization.id());
        return update(
                connection,
                "delete from app_token where tenant_key = ? and authorization_id = ?",
                tenant,
                authorization.id());
    }

    /** Ends what a commit ends: authorizations of apps that are gone or off, and of members with a new password. */
    void end(Connection connection, TenantKey tenant, Map<String, Optional<App>> apps, Set<UserId> withNewPassword)
            throws SQLException {
        for (Map.Entry<String, Optional<App>> app : apps.entrySet()) {
            if (app.getValue().filter(App::enabled).isEmpty()) {
                endAll(connection, tenant, "app_id = ?", app.getKey());
            }
        }
        for (UserId user : withNewPassword) {
            endAll(connection, tenant, "user_id = ?", user.value());
        }
    }

    /** Ends what came from a member's consent to an app. */
    void end(Connection connection, TenantKey tenant, UserId user, AppId app) throws SQLException {
        endAll(connection, tenant, "user_id = ? and app_id = ?", user.value(), app.value());
    }

    private static void endAll(Connection connection, TenantKey tenant, String which, String... values)
            throws SQLException {
        String ended = " where tenant_key = ? and " + which;
        List<String> once = new ArrayList<>(List.of(tenant.value()));
        once.addAll(List.of(values));
        String[] parameters = once.toArray(String[]::new);
        int held =
                update(connection, "update app_authorization set touched_micros = touched_micros" + ended, parameters);
        if (held > 0) {
            once.add(0, tenant.value());
            update(
                    connection,
                    "delete from app_token where tenant_key = ? and authorization_id in"
                            + " (select authorization_id from app_authorization" + ended + ")",
                    once.toArray(String[]::new));
            update(connection, "delete from app_authorization" + ended, parameters);
        }
    }

    /** Removes access tokens that expired before an instant. */
    public int removeExpired(Connection connection, Instant before) throws SQLException {
        return update(
                connection, "delete from app_token where kind = 'access' and expires_micros < ?", Micros.of(before));
    }

    /** Removes authorizations of which nothing lives on since an instant; their tokens can be found no more. */
    public int removeForgotten(Connection connection, Instant before) throws SQLException {
        return update(
                connection,
                "delete from app_authorization where touched_micros < ? and not exists (select 1 from app_token t"
                        + " where t.tenant_key = app_authorization.tenant_key"
                        + " and t.authorization_id = app_authorization.authorization_id and t.expires_micros >= ?)",
                Micros.of(before),
                Micros.of(before));
    }

    /** Removes tokens that expired before an instant and can be found no more. */
    public int removeUnfound(Connection connection, Instant before) throws SQLException {
        return update(
                connection,
                "delete from app_token where expires_micros < ? and not exists (select 1 from app_authorization a"
                        + " where a.tenant_key = app_token.tenant_key"
                        + " and a.authorization_id = app_token.authorization_id)",
                Micros.of(before));
    }

    private static int update(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RowWriter row = new RowWriter(statement);
            for (long parameter : parameters) {
                row.number(parameter);
            }
            return statement.executeUpdate();
        }
    }

    private static int update(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RowWriter row = new RowWriter(statement);
            for (String parameter : parameters) {
                row.text(parameter);
            }
            return statement.executeUpdate();
        }
    }
}
