package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** The column by which members are found by phone number. */
public final class MobileKeys {

    private static final String TASK = "mobile-keys";

    /** So many members are read and updated at a time. */
    private static final int STEP = 5000;

    private MobileKeys() {}

    /** Returns the members of all tenants who have the number now. */
    public static List<Person> find(Connection connection, PhoneNumber number) throws SQLException {
        List<Person> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select tenant_key, user_id from member where mobile_key = ? and to_revision = ?")) {
            new RowWriter(statement).text(number.key()).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    found.add(new Person(new TenantKey(row.again().text()), new UserId(row.text())));
                }
            }
        }
        return found;
    }

    /**
     * Fills the column for members who were stored before it was there; does nothing once that is done. Safe to be
     * broken off and begun again, and to be done by two servers at once.
     */
    public static void fill(Connection connection) throws SQLException {
        if (!isUnfinished(connection)) {
            return;
        }
        for (TenantHead tenant : tenants(connection)) {
            for (int from = 0; from < tenant.members(); from += STEP) {
                fill(connection, tenant.key(), from);
                connection.commit();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from unfinished_migration where task = ?")) {
            new RowWriter(statement).text(TASK);
            statement.executeUpdate();
        }
    }

    private static boolean isUnfinished(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select task from unfinished_migration where task = ?")) {
            new RowWriter(statement).text(TASK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static List<TenantHead> tenants(Connection connection) throws SQLException {
        List<TenantHead> tenants = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select tenant_key, next_member_number from tenant");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantHead(rows.getString(1), rows.getInt(2)));
            }
        }
        return tenants;
    }

    private static void fill(Connection connection, String tenant, int from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select member_number, from_revision, mobile from member where tenant_key = ?"
                                + " and member_number >= ? and member_number < ? and to_revision = ?");
                PreparedStatement update = connection.prepareStatement("update member set mobile_key = ?"
                        + " where tenant_key = ? and member_number = ? and from_revision = ?")) {
            new RowWriter(select).text(tenant).number(from).number(from + STEP).number(VersionedTable.STILL);
            for (Kept member : kept(select)) {
                new RowWriter(update)
                        .text(member.key())
                        .text(tenant)
                        .number(member.number())
                        .number(member.fromRevision());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static List<Kept> kept(PreparedStatement select) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            RowReader row = new RowReader(rows);
            while (rows.next()) {
                int number = row.again().number();
                long fromRevision = row.longNumber();
                @Nullable String key = MemberForm.mobileKey(row.textOrNull());
                if (key != null) {
                    kept.add(new Kept(number, fromRevision, key));
                }
            }
        }
        return kept;
    }

    private record TenantHead(String key, int members) {}

    private record Kept(int number, long fromRevision, String key) {}
}
