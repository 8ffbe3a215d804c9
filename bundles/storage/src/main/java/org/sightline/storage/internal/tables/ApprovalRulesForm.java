package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.ApprovalRules.ApprovalException;
import org.sightline.apps.model.ApprovalRules.ByLevel;

/** A tenant's approval rules as the one row of {@code app_approval_rules}. */
final class ApprovalRulesForm implements RowForm<ApprovalRules> {

    /** What stands in the id column of the one row. */
    static final String ID = "all";

    @Override
    public String table() {
        return "app_approval_rules";
    }

    @Override
    public String idColumn() {
        return "rules_id";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "app_non_sensitive",
                "app_advanced",
                "user_non_sensitive",
                "user_advanced",
                "user_specific_sensitive",
                "exceptions");
    }

    @Override
    public String id(ApprovalRules rules) {
        return ID;
    }

    @Override
    public void write(ApprovalRules rules, RowWriter row) throws SQLException {
        Map<String, String> exceptions = new LinkedHashMap<>();
        rules.exceptions()
                .forEach(each -> exceptions.put(
                        each.permission().toString(), each.decision().key()));
        row.text(rules.app().nonSensitive().key())
                .text(rules.app().advanced().key())
                .text(rules.user().nonSensitive().key())
                .text(rules.user().advanced().key())
                .text(rules.userSpecificSensitive().key())
                .text(StoredJson.text(exceptions));
    }

    @Override
    public ApprovalRules read(String id, RowReader row) throws SQLException {
        ByLevel app = new ByLevel(approval(row.text()), approval(row.text()));
        ByLevel user = new ByLevel(approval(row.text()), approval(row.text()));
        Approval marked = approval(row.text());
        @Nullable String exceptions = row.textOrNull();
        List<ApprovalException> read = exceptions == null
                ? List.of()
                : StoredJson.textsByName(exceptions).entrySet().stream()
                        .map(each -> new ApprovalException(AppPermission.of(each.getKey()), approval(each.getValue())))
                        .toList();
        return new ApprovalRules(app, user, marked, read);
    }

    private static Approval approval(String key) {
        return Approval.ofKey(key).orElseThrow();
    }
}
