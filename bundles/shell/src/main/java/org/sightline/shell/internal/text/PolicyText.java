package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** A visibility policy, the strongest layer first. */
public final class PolicyText {

    /** So many ids of an entry list are shown; a rule may name thousands. */
    private static final int MOST_IDS = 4;

    private PolicyText() {}

    /**
     * Prints the policy.
     *
     * @param revision the revision it came with
     */
    public static void print(PrintStream out, VisibilityPolicy policy, long revision) {
        TextTable table = new TextTable(
                "No supplementary rules.", "rule_set", "rule_id", "name", "subjects", "effect", "objects");
        List<RuleSet> sets = policy.ruleSets();
        for (int set = 0; set < sets.size(); set++) {
            for (Rule rule : sets.get(set).rules()) {
                table.row(
                        set + 1,
                        rule.id(),
                        rule.name(),
                        subjects(rule.subjects()),
                        rule.effect(),
                        targets(rule.objects()));
            }
        }
        table.print(out);
        out.println("main_rule: " + mainRule(policy.mainRule()));
        out.println("display_order: " + policy.displayOrder().key() + "; since revision " + revision);
    }

    static String mainRule(MainRuleChoice choice) {
        return choice.type()
                + (choice.unitTypes().isEmpty() ? "" : " unit_types=" + choice.unitTypes())
                + (choice.parameters().isEmpty()
                        ? ""
                        : " params=" + Printable.of(choice.parameters().toString()));
    }

    private static String subjects(Subjects subjects) {
        return entries(
                ids("users", subjects.members()),
                ids("groups", subjects.groups()),
                ids("departments", subjects.departments()));
    }

    private static String targets(Targets targets) {
        return entries(ids("users", targets.members()), ids("departments", targets.departments()));
    }

    private static String entries(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String ids(String kind, List<?> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String shown = ids.stream().limit(MOST_IDS).map(Object::toString).collect(Collectors.joining(", "));
        return kind + " " + shown + (ids.size() > MOST_IDS ? ", ... (" + ids.size() + ")" : "");
    }
}
