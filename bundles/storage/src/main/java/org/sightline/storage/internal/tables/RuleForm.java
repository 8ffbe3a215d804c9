package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Supplementary rules with their place in the policy, as rows of {@code visibility_rule}. */
final class RuleForm implements RowForm<RuleForm.PlacedRule> {

    /**
     * A rule and its place.
     *
     * @param set      0 for the first rule set
     * @param position ascending in the order of the set, with gaps
     */
    record PlacedRule(int set, int position, Rule rule) {}

    @Override
    public String table() {
        return "visibility_rule";
    }

    @Override
    public String idColumn() {
        return "rule_id";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "rule_set",
                "rule_position",
                "name",
                "effect",
                "subject_user_ids",
                "subject_group_ids",
                "subject_department_ids",
                "object_user_ids",
                "object_department_ids");
    }

    @Override
    public String id(PlacedRule placed) {
        return placed.rule().id().value();
    }

    @Override
    public void write(PlacedRule placed, RowWriter row) throws SQLException {
        Rule rule = placed.rule();
        row.number(placed.set())
                .number(placed.position())
                .text(rule.name())
                .text(rule.effect().key())
                .ids(rule.subjects().members(), UserId::value)
                .ids(rule.subjects().groups(), GroupId::value)
                .ids(rule.subjects().departments(), DepartmentId::value)
                .ids(rule.objects().members(), UserId::value)
                .ids(rule.objects().departments(), DepartmentId::value);
    }

    @Override
    public PlacedRule read(String id, RowReader row) throws SQLException {
        int set = row.number();
        int position = row.number();
        String name = row.textOrNull();
        Effect effect = Effect.ofKey(row.text()).orElseThrow();
        Subjects subjects = new Subjects(row.ids(UserId::new), row.ids(GroupId::new), row.ids(DepartmentId::new));
        Targets objects = new Targets(row.ids(UserId::new), row.ids(DepartmentId::new));
        return new PlacedRule(set, position, new Rule(new RuleId(id), name, subjects, objects, effect));
    }
}
