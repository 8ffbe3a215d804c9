package org.sightline.visibility.internal.across;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.TrustDecision.Check;
import org.sightline.visibility.TrustDecision.Result;
import org.sightline.visibility.model.RuleId;

/** Tells why somebody sees somebody across a trust, or not: check by check, and in words. */
final class AcrossExplanation {

    private static final int RULES_IN_WORDS = 5;

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "org.sightline.visibility.internal.across.explanation",
            Locale.ENGLISH,
            AcrossExplanation.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private final CompiledAcross sight;
    private final int viewer;
    private final UserId targetId;
    private final List<RuleId> joining;
    private final Map<Check, Boolean> results = new EnumMap<>(Check.class);

    AcrossExplanation(CompiledAcross sight, int viewer, UserId targetId) {
        this.sight = sight;
        this.viewer = viewer;
        this.targetId = targetId;
        int target = sight.targets.directory().memberNumber(targetId);
        boolean shared = target != DirectorySnapshot.NONE && sight.targets.sharesMember(target);
        joining = shared ? joining(target) : List.of();
        results.put(Check.RELATION_ACTIVE, sight.related);
        results.put(Check.SUBJECT_ACTIVE, sight.viewers.directory().isActive(viewer));
        results.put(Check.SUBJECT_IN_OUR_SCOPE, sight.viewers.sharesMember(viewer));
        // Whoever is not shared is told like somebody who does not exist, also when a rule names them.
        results.put(Check.OBJECT_IN_THEIR_SCOPE, shared);
        results.put(Check.RULE, !joining.isEmpty());
        results.put(Check.FIND, sight.related && sight.granted.access().find());
        results.put(Check.BROWSE, sight.related && sight.granted.access().browse());
    }

    private List<RuleId> joining(int target) {
        RuleBits subject = sight.viewers.naming(viewer);
        RuleBits object = sight.targets.naming(target);
        return IntStream.range(0, sight.rules.size())
                .filter(place -> subject.has(place) && object.has(place))
                .mapToObj(place -> sight.rules.get(place).id())
                .toList();
    }

    TrustDecision tell() {
        boolean joined = results.entrySet().stream()
                .filter(result -> result.getKey() != Check.FIND && result.getKey() != Check.BROWSE)
                .allMatch(Map.Entry::getValue);
        boolean find = joined && holds(Check.FIND);
        boolean browse = joined && holds(Check.BROWSE);
        List<Result> checks = results.entrySet().stream()
                .map(result -> new Result(result.getKey(), result.getValue()))
                .toList();
        return new TrustDecision(find, browse, joining, words(find, browse), checks);
    }

    private boolean holds(Check check) {
        return Boolean.TRUE.equals(results.get(check));
    }

    private String words(boolean find, boolean browse) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text(find ? browse ? "both" : "find" : browse ? "browse" : "neither"));
        if (!sight.related) {
            sentences.add(text(Check.RELATION_ACTIVE.key()));
            return String.join(" ", sentences);
        }
        results.forEach((check, holds) -> {
            // That no rule joins them says nothing about somebody who is not shared.
            boolean follows = check == Check.RULE && !holds(Check.OBJECT_IN_THEIR_SCOPE);
            if (!holds && !follows) {
                sentences.add(
                        text(check == Check.FIND || check == Check.BROWSE ? check.key() + "_refused" : check.key()));
            }
        });
        if (!joining.isEmpty()) {
            sentences.add(text("joined"));
        }
        return String.join(" ", sentences);
    }

    private String text(String key) {
        Object[] arguments = {
            sight.viewers.directory().member(viewer).id().value(),
            targetId.value(),
            sight.viewers.directory().tenant().key().value(),
            sight.targets.directory().tenant().key().value(),
            joining.stream().limit(RULES_IN_WORDS).map(rule -> "`" + rule + "`").collect(Collectors.joining(", ")),
            Math.max(0, joining.size() - RULES_IN_WORDS)
        };
        return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(arguments);
    }
}
