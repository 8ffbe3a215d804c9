package org.sightline.owncity.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/**
 * A viewer sees the members of the same city, written alike but for upper and lower case, and no departments. Who has
 * no city sees nobody and is seen by nobody through this rule.
 *
 * <p>Gives each city a number and says which member has which: the server then answers, lists and counts as fast as
 * with its own rules and does not call this code again until the directory changes.
 */
@Component
public final class OwnCity implements MainRule {

    private static final int[] NO_KEY = {};

    @Override
    public String type() {
        return "own_city";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(Locale.ENGLISH, "Own city", Locale.GERMAN, "Eigene Stadt", Locale.JAPANESE, "同じ都市のメンバーのみを表示可能");
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        Map<String, int[]> keys = new HashMap<>();
        int[][] keyOf = new int[directory.memberCount()][];
        for (int member = 0; member < keyOf.length; member++) {
            String city = directory.isActive(member) ? directory.member(member).profile().city() : null;
            keyOf[member] = city == null
                    ? NO_KEY
                    : keys.computeIfAbsent(city.strip().toLowerCase(Locale.ROOT), unseen -> new int[] {keys.size()});
        }
        return new Sight.ByKeys(new Cities(keyOf));
    }

    /** The keys, by member; viewers look with the key they are seen under. */
    private static final class Cities implements Sight.Keys {

        private final int[][] keyOf;

        Cities(int[][] keyOf) {
            this.keyOf = keyOf;
        }

        @Override
        public int[] ofViewer(int viewer) {
            return keyOf[viewer];
        }

        @Override
        public int[] ofMember(int member) {
            return keyOf[member];
        }

        @Override
        public int[] ofDepartment(int department) {
            return NO_KEY;
        }
    }
}
