package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Decider;

/** Permissions in force as rows of {@code app_grant}; the id column has app and permission. */
final class AppGrantForm implements RowForm<AppGrant> {

    /** Not among the characters of ids. */
    private static final char BETWEEN = '/';

    /** Returns what stands in the id column. */
    static String id(AppId app, AppPermission permission) {
        return prefix(app) + permission;
    }

    /** Returns what the id column of all grants of an app begins with. */
    static String prefix(AppId app) {
        return app.value() + BETWEEN;
    }

    @Override
    public String table() {
        return "app_grant";
    }

    @Override
    public String idColumn() {
        return "app_and_permission";
    }

    @Override
    public List<String> columns() {
        return List.of("granted_micros", "granted_by");
    }

    @Override
    public String id(AppGrant grant) {
        return id(grant.app(), grant.permission());
    }

    @Override
    public void write(AppGrant grant, RowWriter row) throws SQLException {
        row.instant(grant.grantedAt()).text(grant.by().key());
    }

    @Override
    public AppGrant read(String id, RowReader row) throws SQLException {
        int between = id.indexOf(BETWEEN);
        return new AppGrant(
                new AppId(id.substring(0, between)),
                AppPermission.of(id.substring(between + 1)),
                Micros.instant(row.longNumber()),
                Decider.ofKey(row.text()).orElseThrow());
    }
}
