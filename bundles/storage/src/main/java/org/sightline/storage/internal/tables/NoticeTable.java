package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;

/** Cards and who gets them, written with the change they tell of. */
final class NoticeTable {

    private static final String INSERT = "insert into notice (tenant_key, notice_id, created_micros, notice_type,"
            + " object_kind, object_id, parameters) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_RECIPIENT =
            "insert into notice_recipient (tenant_key, user_id, notice_id) values (?, ?, ?)";

    /** Whether one of these was written before: the same kind of card about the same object. */
    boolean isThere(Connection connection, TenantKey tenant, List<Notice> notices) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select notice_id from notice where tenant_key = ?"
                        + " and notice_type = ? and object_kind = ? and object_id = ? fetch first 1 rows only")) {
            for (Notice notice : notices) {
                new RowWriter(statement)
                        .text(tenant.value())
                        .text(notice.type().key())
                        .text(notice.objectKind())
                        .text(notice.objectId());
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    void add(Connection connection, TenantKey tenant, List<Notice> notices) throws SQLException {
        if (notices.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement insertRecipient = connection.prepareStatement(INSERT_RECIPIENT)) {
            for (Notice notice : notices) {
                new RowWriter(insert)
                        .text(tenant.value())
                        .text(notice.id())
                        .instant(notice.createdAt())
                        .text(notice.type().key())
                        .text(notice.objectKind())
                        .text(notice.objectId())
                        .text(StoredJson.text(notice.parameters()));
                insert.executeUpdate();
                for (UserId recipient : notice.recipients()) {
                    new RowWriter(insertRecipient)
                            .text(tenant.value())
                            .text(recipient.value())
                            .text(notice.id());
                    insertRecipient.addBatch();
                }
            }
            insertRecipient.executeBatch();
        }
    }
}
