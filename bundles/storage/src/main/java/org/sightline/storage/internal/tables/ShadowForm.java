package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;

/** Which candidate main rule a tenant has compared, as the one row of {@code visibility_shadow} or none. */
final class ShadowForm implements RowForm<Shadow> {

    /** What stands in the id column of the one row. */
    static final String ID = "shadow";

    @Override
    public String table() {
        return "visibility_shadow";
    }

    @Override
    public String idColumn() {
        return "shadow_id";
    }

    @Override
    public List<String> columns() {
        return List.of("main_rule", "unit_types", "parameters", "since_micros");
    }

    @Override
    public String id(Shadow shadow) {
        return ID;
    }

    @Override
    public void write(Shadow shadow, RowWriter row) throws SQLException {
        row.text(shadow.candidate().type())
                .text(StoredJson.text(shadow.candidate().unitTypes()))
                .text(StoredJson.text(shadow.candidate().parameters()))
                .instant(shadow.since());
    }

    @Override
    public Shadow read(String id, RowReader row) throws SQLException {
        return new Shadow(
                new MainRuleChoice(row.text(), StoredJson.texts(row.textOrNull()), StoredJson.values(row.textOrNull())),
                Micros.instant(row.longNumber()));
    }
}
