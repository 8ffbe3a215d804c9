package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A row of {@code visibility_policy}: a policy without its rules.
 *
 * @param since        the revision it came with
 * @param mainRule     the choice
 * @param ruleSetCount how many rule sets there are
 * @param displayOrder how the contacts tree is sorted
 * @param stamp        differs in every row ever written, rolled back ones included
 */
record PolicyHeader(long since, MainRuleChoice mainRule, int ruleSetCount, DisplayOrder displayOrder, String stamp) {

    private static final String INSERT = "insert into visibility_policy (tenant_key, from_revision, to_revision,"
            + " main_rule, unit_types, parameters, rule_set_count, display_order, stamp)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CLOSE =
            "update visibility_policy set to_revision = ? where tenant_key = ? and from_revision = ?";

    // A policy is never gone, only followed by another: the newest row up to a revision is the one that holds then.
    private static final String SELECT = "select from_revision, main_rule, unit_types, parameters, rule_set_count,"
            + " display_order, stamp from visibility_policy where tenant_key = ? and from_revision <= ?"
            + " order by from_revision desc offset 0 rows fetch next 1 rows only";

    // Without a row of its own a tenant has the policy that all begin with.
    private static final String MAIN_RULES =
            "select t.tenant_key, p.main_rule from tenant t left join visibility_policy p"
                    + " on p.tenant_key = t.tenant_key and p.to_revision = ? where t.revision > 0";

    static PolicyHeader of(VisibilityPolicy policy, long revision, String stamp) {
        return new PolicyHeader(revision, policy.mainRule(), policy.ruleSets().size(), policy.displayOrder(), stamp);
    }

    static Optional<PolicyHeader> find(Connection connection, TenantKey tenant, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            new RowWriter(statement).text(tenant.value()).number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(new RowReader(rows))) : Optional.empty();
            }
        }
    }

    /** Returns the type of main rule that each tenant's present policy names. */
    static Map<TenantKey, String> mainRules(Connection connection) throws SQLException {
        Map<TenantKey, String> types = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(MAIN_RULES)) {
            new RowWriter(statement).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    TenantKey tenant = new TenantKey(row.again().text());
                    String type = row.textOrNull();
                    types.put(
                            tenant,
                            type == null ? VisibilityPolicy.DEFAULT.mainRule().type() : type);
                }
            }
        }
        return types;
    }

    private static PolicyHeader read(RowReader row) throws SQLException {
        return new PolicyHeader(
                row.longNumber(),
                new MainRuleChoice(row.text(), StoredJson.texts(row.textOrNull()), StoredJson.values(row.textOrNull())),
                row.number(),
                DisplayOrder.ofKey(row.text()).orElseThrow(),
                row.text());
    }

    void insert(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .number(since)
                    .number(VersionedTable.STILL)
                    .text(mainRule.type())
                    .text(StoredJson.text(mainRule.unitTypes()))
                    .text(StoredJson.text(mainRule.parameters()))
                    .number(ruleSetCount)
                    .text(displayOrder.key())
                    .text(stamp);
            statement.executeUpdate();
        }
    }

    void close(Connection connection, TenantKey tenant, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            new RowWriter(statement).number(revision).text(tenant.value()).number(since);
            statement.executeUpdate();
        }
    }
}
