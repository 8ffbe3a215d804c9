package org.sightline.visibility.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.Lint;
import org.sightline.visibility.LintFinding;
import org.sightline.visibility.internal.engine.RuleUse;
import org.sightline.visibility.internal.tenants.CompiledVisibility;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;

/** Asks the engine what each rule is good for, and the directory whether what it names is still there. */
@Component
public final class PolicyLint implements Lint {

    private static final int MOST_NAMED = 5;

    private final CompiledVisibility visibility;

    /** Asks these engines. */
    @Activate
    public PolicyLint(@Reference(name = "visibility") CompiledVisibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public List<LintFinding> check(TenantSnapshot snapshot) {
        List<Rule> rules = snapshot.policy().rules().toList();
        List<RuleUse> uses = visibility.engine(snapshot).ruleUses();
        List<LintFinding> findings = new ArrayList<>();
        for (int at = 0; at < uses.size(); at++) {
            RuleUse use = uses.get(at);
            List<String> gone = GoneEntries.of(rules.get(at), snapshot.directory());
            addUse(use, findings);
            if (!gone.isEmpty()) {
                findings.add(finding(use, LintFinding.Code.ENTRY_GONE, "names what is gone: " + named(gone)));
            }
        }
        return findings;
    }

    private static void addUse(RuleUse use, List<LintFinding> findings) {
        switch (use.kind()) {
            case NO_SUBJECT ->
                findings.add(
                        finding(use, LintFinding.Code.NO_SUBJECT, "no active member fits any of the rule's subjects"));
            case NO_OBJECT ->
                findings.add(finding(
                        use,
                        LintFinding.Code.NO_OBJECT,
                        "no department and no active member fits any of the rule's objects"));
            case SHADOWED -> findings.add(finding(use, LintFinding.Code.SHADOWED, shadowed(use)));
            case DECIDES, NOT_PROVED -> {
                // A rule that decides, or of which we are not sure, is nothing to complain about.
            }
        }
    }

    private static String shadowed(RuleUse use) {
        if (use.instead().isEmpty()) {
            return "the rule only speaks of members and themselves, and every active member sees themself";
        }
        List<String> ids = use.instead().stream().map(RuleId::value).toList();
        return "wherever the rule has a match, other rules give the same answer without it, such as " + quoted(ids);
    }

    private static LintFinding finding(RuleUse use, LintFinding.Code code, String detail) {
        return new LintFinding(use.rule(), use.ruleSet(), code, detail);
    }

    private static String named(List<String> entries) {
        String shown = entries.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return entries.size() > MOST_NAMED ? shown + " and " + (entries.size() - MOST_NAMED) + " more" : shown;
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }
}
