package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustSettings;

/** A tenant's settings for all trusted parties as the one row of {@code trust_settings}. */
final class TrustSettingsForm implements RowForm<TrustSettings> {

    /** What stands in the id column of the one row. */
    static final String ID = "all";

    @Override
    public String table() {
        return "trust_settings";
    }

    @Override
    public String idColumn() {
        return "settings_id";
    }

    @Override
    public List<String> columns() {
        return List.of("can_find", "can_browse", "visible_fields", "searchable_fields", "removal_requires_approval");
    }

    @Override
    public String id(TrustSettings settings) {
        return ID;
    }

    @Override
    public void write(TrustSettings settings, RowWriter row) throws SQLException {
        TrustPermissions defaults = settings.defaults();
        row.flag(defaults.access().find())
                .flag(defaults.access().browse())
                .ids(defaults.fields().visible(), Function.identity())
                .ids(defaults.fields().searchable(), Function.identity())
                .flag(settings.removalRequiresApproval());
    }

    @Override
    public TrustSettings read(String id, RowReader row) throws SQLException {
        TrustAccess access = new TrustAccess(row.flag(), row.flag());
        FieldGrants fields = FieldGrants.of(row.ids(Function.identity()), row.ids(Function.identity()));
        return new TrustSettings(new TrustPermissions(access, fields), row.flag());
    }
}
