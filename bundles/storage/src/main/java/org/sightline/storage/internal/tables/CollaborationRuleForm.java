package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Collaboration rules with their partners as rows of {@code collaboration_rule}; the id column has both ids. */
final class CollaborationRuleForm implements RowForm<CollaborationRuleForm.PartnersRule> {

    /** A rule and the partner it is about. */
    record PartnersRule(TenantKey partner, CollaborationRule rule) {}

    /** Not among the characters of ids. */
    private static final char BETWEEN = '/';

    /** Returns what stands in the id column. */
    static String id(TenantKey partner, RuleId rule) {
        return prefix(partner) + rule.value();
    }

    /** Returns what the id column of all rules towards a partner begins with. */
    static String prefix(TenantKey partner) {
        return partner.value() + BETWEEN;
    }

    @Override
    public String table() {
        return "collaboration_rule";
    }

    @Override
    public String idColumn() {
        return "partner_and_rule";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "created_micros",
                "subject_user_ids",
                "subject_group_ids",
                "subject_department_ids",
                "object_user_ids",
                "object_department_ids");
    }

    @Override
    public String id(PartnersRule value) {
        return id(value.partner(), value.rule().id());
    }

    @Override
    public void write(PartnersRule value, RowWriter row) throws SQLException {
        CollaborationRule rule = value.rule();
        row.number(Micros.of(rule.createdAt()))
                .ids(rule.subjects().members(), UserId::value)
                .ids(rule.subjects().groups(), GroupId::value)
                .ids(rule.subjects().departments(), DepartmentId::value)
                .ids(rule.objects().members(), UserId::value)
                .ids(rule.objects().departments(), DepartmentId::value);
    }

    @Override
    public PartnersRule read(String id, RowReader row) throws SQLException {
        int between = id.indexOf(BETWEEN);
        Instant createdAt = Micros.instant(row.longNumber());
        Subjects subjects = new Subjects(row.ids(UserId::new), row.ids(GroupId::new), row.ids(DepartmentId::new));
        Targets objects = new Targets(row.ids(UserId::new), row.ids(DepartmentId::new));
        return new PartnersRule(
                new TenantKey(id.substring(0, between)),
                new CollaborationRule(new RuleId(id.substring(between + 1)), createdAt, subjects, objects));
    }
}
