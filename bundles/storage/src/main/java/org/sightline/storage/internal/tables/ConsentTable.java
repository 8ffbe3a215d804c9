package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;

/** What members have agreed to; written by tenants' commits only, so that none slips past what ends it. */
public final class ConsentTable {

    static final String TABLE = "app_consent";

    private final AppTokenTables tokens;

    /** Works beside the tables of tokens. */
    public ConsentTable(AppTokenTables tokens) {
        this.tokens = tokens;
    }

    /** Writes what a commit changes. */
    void write(Connection connection, TenantKey tenant, List<StateChange> changes, List<AppId> gone)
            throws SQLException {
        for (AppId app : gone) {
            delete(connection, "app_id = ?", tenant.value(), app.value());
        }
        for (StateChange change : changes) {
            if (change instanceof StateChange.PutConsent put) {
                remove(connection, tenant, put.consent().user(), put.consent().app());
                insert(connection, tenant, put.consent());
                tokens.insert(connection, put.authorization());
                tokens.insert(connection, tenant, put.code());
            } else if (change instanceof StateChange.RemoveConsent take) {
                remove(connection, tenant, take.user(), take.app());
                tokens.end(connection, tenant, take.user(), take.app());
            }
        }
    }

    private static void insert(Connection connection, TenantKey tenant, AppConsent consent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + TABLE
                + " (tenant_key, user_id, app_id, permissions, agreed_micros) values (?, ?, ?, ?, ?)")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(consent.user().value())
                    .text(consent.app().value())
                    .ids(consent.permissions(), PermissionName::value)
                    .instant(consent.agreedAt());
            statement.executeUpdate();
        }
    }

    private static void remove(Connection connection, TenantKey tenant, UserId user, AppId app) throws SQLException {
        delete(connection, "user_id = ? and app_id = ?", tenant.value(), user.value(), app.value());
    }

    private static void delete(Connection connection, String which, String... parameters) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + TABLE + " where tenant_key = ? and " + which)) {
            RowWriter row = new RowWriter(statement);
            for (String parameter : parameters) {
                row.text(parameter);
            }
            statement.executeUpdate();
        }
    }

    /** Returns what a member has agreed to, by app. */
    public List<AppConsent> of(Connection connection, TenantKey tenant, UserId user) throws SQLException {
        List<AppConsent> consents = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select app_id, permissions, agreed_micros from " + TABLE + " where tenant_key = ? and user_id = ?")) {
            new RowWriter(statement).text(tenant.value()).text(user.value());
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    row.again();
                    consents.add(new AppConsent(
                            user,
                            new AppId(row.text()),
                            new HashSet<>(row.ids(PermissionName::new)),
                            Micros.instant(row.longNumber())));
                }
            }
        }
        consents.sort(Comparator.comparing(AppConsent::app));
        return consents;
    }
}
