package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.tables.RuleForm.PlacedRule;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * Policies: one row for the whole, and one for each rule, of which only those that differ are written. What was written
 * last is remembered by the stamp of its row, so that a change need not read all rules again; a stamp that was rolled
 * back, or overtaken by another server, is never met again.
 */
final class PolicyTable {

    private static final int REMEMBERED = 64;

    private final VersionedTable<PlacedRule> rules = new VersionedTable<>(new RuleForm());
    private final Map<String, Map<String, PlacedRule>> rulesByStamp =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<String, PlacedRule>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /** A policy and the revision it came with. */
    record StoredPolicy(VisibilityPolicy policy, long revision) {}

    void put(Connection connection, TenantKey tenant, long revision, VisibilityPolicy policy) throws SQLException {
        Optional<PolicyHeader> before = PolicyHeader.find(connection, tenant, revision);
        Map<String, PlacedRule> old = new HashMap<>();
        if (before.isPresent()) {
            old = rulesOf(connection, tenant, before.get());
            before.get().close(connection, tenant, revision);
        }
        Map<String, PlacedRule> placed = placed(old, policy);
        rules.replace(connection, tenant, revision, differences(old, placed));
        String stamp = UUID.randomUUID().toString();
        PolicyHeader.of(policy, revision, stamp).insert(connection, tenant);
        rulesByStamp.put(stamp, placed);
    }

    private Map<String, PlacedRule> rulesOf(Connection connection, TenantKey tenant, PolicyHeader header)
            throws SQLException {
        Map<String, PlacedRule> remembered = rulesByStamp.get(header.stamp());
        if (remembered != null) {
            return remembered;
        }
        Map<String, PlacedRule> stored = new HashMap<>();
        rules.forEach(connection, tenant, header.since(), rule -> stored.put(id(rule.rule()), rule));
        return stored;
    }

    /** A rule keeps its position where the order allows, so that few rows change. */
    private static Map<String, PlacedRule> placed(Map<String, PlacedRule> old, VisibilityPolicy policy) {
        Map<String, PlacedRule> placed = new LinkedHashMap<>();
        for (int set = 0; set < policy.ruleSets().size(); set++) {
            int last = -1;
            for (Rule rule : policy.ruleSets().get(set).rules()) {
                last = positionAfter(last, set, old.get(id(rule)));
                placed.put(id(rule), new PlacedRule(set, last, rule));
            }
        }
        return placed;
    }

    private static int positionAfter(int last, int set, @Nullable PlacedRule before) {
        if (before != null && before.set() == set && before.position() > last) {
            return before.position();
        }
        return last + 1;
    }

    /** Rules that are new or different, and, empty, those that are gone. */
    private static Map<String, Optional<PlacedRule>> differences(
            Map<String, PlacedRule> old, Map<String, PlacedRule> placed) {
        Map<String, Optional<PlacedRule>> differences = new LinkedHashMap<>();
        placed.forEach((id, rule) -> {
            if (!rule.equals(old.get(id))) {
                differences.put(id, Optional.of(rule));
            }
        });
        old.keySet().stream()
                .filter(id -> !placed.containsKey(id))
                .forEach(id -> differences.put(id, Optional.empty()));
        return differences;
    }

    private static String id(Rule rule) {
        return rule.id().value();
    }

    /** Returns the policy at a revision; the default one when none was ever put. */
    StoredPolicy load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        Optional<PolicyHeader> found = PolicyHeader.find(connection, tenant, revision);
        if (found.isEmpty()) {
            return new StoredPolicy(VisibilityPolicy.DEFAULT, 1);
        }
        PolicyHeader header = found.get();
        List<RuleSet> sets = sets(header.ruleSetCount(), rules.load(connection, tenant, revision));
        return new StoredPolicy(new VisibilityPolicy(header.mainRule(), sets, header.displayOrder()), header.since());
    }

    private static List<RuleSet> sets(int count, List<PlacedRule> placed) {
        placed.sort(Comparator.comparingInt(PlacedRule::position));
        List<RuleSet> sets = new ArrayList<>();
        for (int set = 0; set < count; set++) {
            int wanted = set;
            sets.add(new RuleSet(placed.stream()
                    .filter(rule -> rule.set() == wanted)
                    .map(PlacedRule::rule)
                    .toList()));
        }
        return sets;
    }
}
