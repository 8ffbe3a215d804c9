package org.sightline.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.ParameterFault;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** A rule that keeps its contract; the bad ones differ from it in one thing each. */
class GoodRule implements MainRule {

    @Override
    public String type() {
        return "by_initial";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(Locale.ENGLISH, "By initial");
    }

    @Override
    public String parametersSchema() {
        return """
                {"type": "object", "properties": {"length": {"type": "integer"}}, "additionalProperties": false}""";
    }

    @Override
    public List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
        Object length = choice.parameters().get("length");
        boolean known = choice.parameters().keySet().stream().allMatch("length"::equals);
        return known && (length == null || length instanceof Number)
                ? List.of()
                : List.of(new ParameterFault("/params", "invalid", "give `length` as a number, or nothing"));
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        int[][] keys = new int[directory.memberCount()][];
        for (int member = 0; member < keys.length; member++) {
            keys[member] = new int[] {key(directory, member)};
        }
        return new Sight.ByKeys(new Keys(keys));
    }

    int key(DirectorySnapshot directory, int member) {
        return directory.member(member).id().value().codePointAt(0);
    }

    /** Keys that were worked out before. */
    static final class Keys implements Sight.Keys {

        private final int[][] of;

        Keys(int[][] of) {
            this.of = of;
        }

        @Override
        public int[] ofViewer(int viewer) {
            return of[viewer];
        }

        @Override
        public int[] ofMember(int member) {
            return of[member];
        }

        @Override
        public int[] ofDepartment(int department) {
            return new int[0];
        }
    }
}
