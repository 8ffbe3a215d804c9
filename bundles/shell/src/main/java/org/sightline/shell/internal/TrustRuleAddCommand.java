package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.json.CollaborationRuleJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.RuleView;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Adds a collaboration rule: which of a tenant's members see which of a trusted party's. */
@Service
@Command(
        scope = "sightline",
        name = "trust-rule-add",
        description = "Let some of a tenant's members see some of a trusted party's; each option may be repeated")
public final class TrustRuleAddCommand extends PartyCommand {

    @Option(name = "--rule-id", description = "Generated when left out")
    @Nullable
    String ruleId;

    @Option(name = "--subject-user-id", description = "A member of the tenant", multiValued = true)
    @Nullable
    List<String> subjectUsers;

    @Option(name = "--subject-group-id", description = "A group of the tenant", multiValued = true)
    @Nullable
    List<String> subjectGroups;

    @Option(name = "--subject-department-id", description = "A department of the tenant", multiValued = true)
    @Nullable
    List<String> subjectDepartments;

    @Option(name = "--object-user-id", description = "A member whom the partner shares", multiValued = true)
    @Nullable
    List<String> objectUsers;

    @Option(name = "--object-department-id", description = "A department that the partner shares", multiValued = true)
    @Nullable
    List<String> objectDepartments;

    @Reference(optional = true)
    @Nullable
    CollaborationRules rules;

    @Override
    void run(PrintStream out) {
        String named = ruleId;
        RuleId rule = named == null ? RuleId.random() : id("/rule_id", () -> new RuleId(named));
        Subjects subjects = new Subjects(
                ids("/subjects/user_ids", subjectUsers, UserId::new),
                ids("/subjects/group_ids", subjectGroups, GroupId::new),
                ids("/subjects/department_ids", subjectDepartments, DepartmentId::new));
        Targets objects = new Targets(
                ids("/objects/user_ids", objectUsers, UserId::new),
                ids("/objects/department_ids", objectDepartments, DepartmentId::new));
        RuleView added = on(rules, "trusted-party")
                .add(tenant(), actor(), partner(), rule, subjects, objects)
                .value();
        if (json) {
            printJson(out, CollaborationRuleJson.of(added));
        } else {
            TrustText.rules(out, List.of(added));
        }
    }
}
