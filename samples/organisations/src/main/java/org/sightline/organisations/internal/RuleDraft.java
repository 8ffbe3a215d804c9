package org.sightline.organisations.internal;

import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Writes a rule in one line; entries look like {@code department:sales}, {@code group:interns}, {@code user:ann}. */
final class RuleDraft {

    private RuleDraft() {}

    static Rule rule(String id, String name, String subjects, Effect effect, String objects) {
        return new Rule(
                new RuleId(id),
                name,
                new Subjects(
                        named("user", subjects).stream().map(UserId::new).toList(),
                        named("group", subjects).stream().map(GroupId::new).toList(),
                        named("department", subjects).stream()
                                .map(DepartmentId::new)
                                .toList()),
                new Targets(
                        named("user", objects).stream().map(UserId::new).toList(),
                        named("department", objects).stream()
                                .map(DepartmentId::new)
                                .toList()),
                effect);
    }

    private static List<String> named(String type, String entries) {
        List<String> ids = new ArrayList<>();
        for (String entry : entries.split(" ")) {
            if (entry.startsWith(type + ":")) {
                ids.add(entry.substring(type.length() + 1));
            }
        }
        return ids;
    }
}
