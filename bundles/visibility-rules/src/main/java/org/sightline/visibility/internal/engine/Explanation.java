package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Entry;
import org.sightline.visibility.Layer;
import org.sightline.visibility.Match;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.VisibilityPolicy;

/** Tells why: lets the judge decide with a witness and puts what the witness saw into words. */
final class Explanation {

    private static final int RULES_IN_WORDS = 5;
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private final DirectorySnapshot directory;
    private final VisibilityPolicy policy;
    private final Layout layout;
    private final RuleTable table;
    private final Targets targets;
    private final Rows rows;
    private final Judge judge;
    private final MainSight mainSight;
    private final Texts texts = ENGLISH;

    Explanation(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            Layout layout,
            RuleTable table,
            Targets targets,
            Rows rows,
            Judge judge,
            MainSight mainSight) {
        this.directory = directory;
        this.policy = policy;
        this.layout = layout;
        this.table = table;
        this.targets = targets;
        this.rows = rows;
        this.judge = judge;
        this.mainSight = mainSight;
    }

    Decision notActive(int member) {
        String status = texts.text(directory.member(member).status().key());
        return settled(false, Layer.STATUS, texts.text("status", id(member), status));
    }

    Decision self(int member) {
        return settled(true, Layer.SELF, texts.text("self", id(member)));
    }

    private static Decision settled(boolean visible, Layer layer, String text) {
        return new Decision(visible, layer, List.of(), false, text, List.of());
    }

    Decision ofMember(int viewer, int member) {
        TargetEntries target = targets.entries(member, layout.departments(layout.place(member)));
        String name = texts.text("target.user", id(member));
        return byRules(viewer, target, name, () -> mainSight.seesMember(viewer, member));
    }

    Decision ofDepartment(int viewer, int department) {
        TargetEntries target = targets.entries(-1, new int[] {department});
        String name = texts.text(
                "target.department", directory.department(department).id().value());
        return byRules(viewer, target, name, () -> mainSight.seesDepartment(viewer, department));
    }

    private Decision byRules(int viewer, TargetEntries target, String name, MainQuestion mainRule) {
        ViewerEntries entries = rows.entriesOf(viewer);
        int set = judge.decidingSet(entries, target);
        if (set < 0) {
            return byMainRule(viewer, name, mainRule);
        }
        List<Match> matches = new ArrayList<>();
        boolean visible = judge.decide(
                        entries,
                        target,
                        set,
                        (subject, position, object, outranked) ->
                                tell(entries, target, set, subject, position, object, outranked, matches))
                == Judge.VISIBLE;
        matches.sort(Comparator.comparing(Match::outranked).thenComparing(Match::rule));
        List<RuleId> deciding = matches.stream()
                .filter(match -> !match.outranked() && (match.effect() == Effect.VISIBLE) == visible)
                .map(Match::rule)
                .distinct()
                .toList();
        Layer layer = set == 0 ? Layer.RULE_SET_1 : Layer.RULE_SET_2;
        return new Decision(visible, layer, deciding, false, words(viewer, name, visible, set, matches), matches);
    }

    private Decision byMainRule(int viewer, String name, MainQuestion mainRule) {
        boolean visible = mainRule.ask();
        boolean fallback = mainSight.failed();
        String key = fallback ? "fallback" : visible ? "visible.main" : "hidden.main";
        String text = texts.text(key, id(viewer), name, policy.mainRule().type());
        return new Decision(visible && !fallback, Layer.MAIN_RULE, List.of(), fallback, text, List.of());
    }

    private void tell(
            ViewerEntries viewer,
            TargetEntries target,
            int set,
            long[] subject,
            int position,
            int object,
            boolean outranked,
            List<Match> matches) {
        Entry subjectEntry = subjectEntry(viewer, position);
        Entry objectEntry = objectEntry(target, object);
        for (int word = table.firstWord[set]; word < table.firstWord[set + 1]; word++) {
            for (long bits = subject[word] & target.bits[object][word]; bits != 0; bits &= bits - 1) {
                Rule rule = table.rule((word << 6) + Long.numberOfTrailingZeros(bits));
                matches.add(new Match(rule.id(), set + 1, subjectEntry, objectEntry, rule.effect(), outranked));
            }
        }
    }

    private Entry subjectEntry(ViewerEntries viewer, int position) {
        int at = position;
        if (viewer.member >= 0 && at-- == 0) {
            return new Entry(Entry.Type.USER, id(viewer.member));
        }
        if (at < viewer.groups.length) {
            return new Entry(
                    Entry.Type.GROUP, layout.groups.get(viewer.groups[at]).value());
        }
        return department(viewer.departments[at - viewer.groups.length]);
    }

    private Entry objectEntry(TargetEntries target, int object) {
        return object == target.departments.length
                ? new Entry(Entry.Type.USER, id(target.member))
                : department(target.departments[object]);
    }

    private Entry department(int number) {
        return new Entry(
                Entry.Type.DEPARTMENT, directory.department(number).id().value());
    }

    private String id(int member) {
        return directory.member(member).id().value();
    }

    private String words(int viewer, String target, boolean visible, int set, List<Match> matches) {
        List<Match> deciding = new ArrayList<>();
        List<Match> overruled = new ArrayList<>();
        List<Match> beaten = new ArrayList<>();
        for (Match match : matches) {
            boolean agrees = (match.effect() == Effect.VISIBLE) == visible;
            (match.outranked() ? overruled : agrees ? deciding : beaten).add(match);
        }
        StringBuilder words = new StringBuilder(
                texts.text(visible ? "visible.rule" : "hidden.rule", id(viewer), target, set + 1, rules(deciding)));
        if (!beaten.isEmpty()) {
            words.append(' ').append(texts.text("hidden.wins", rules(beaten)));
        }
        if (!overruled.isEmpty()) {
            words.append(' ').append(texts.text("outranked", rules(overruled)));
        }
        return words.toString();
    }

    private String rules(List<Match> matches) {
        StringBuilder list = new StringBuilder();
        for (Match match : matches.subList(0, Math.min(matches.size(), RULES_IN_WORDS))) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append(texts.text("rule", match.rule().value(), words(match.subject()), words(match.object())));
        }
        if (matches.size() > RULES_IN_WORDS) {
            list.append(' ').append(texts.text("more", matches.size() - RULES_IN_WORDS));
        }
        return list.toString();
    }

    private String words(Entry entry) {
        return texts.text("entry." + entry.type().key(), entry.id());
    }

    /** Asks the main rule once it is needed. */
    @FunctionalInterface
    private interface MainQuestion {

        boolean ask();
    }
}
