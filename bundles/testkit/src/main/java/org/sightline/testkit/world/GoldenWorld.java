package org.sightline.testkit.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/**
 * A small organisation from a readable file, with what must hold in it.
 *
 * @param name    the file's name without its ending
 * @param state   who is there and what the policy says
 * @param sees    by viewer everything they see: {@code ann} is a member, {@code department sales} a department
 * @param decided decisions whose reasons are stated
 */
public record GoldenWorld(String name, TenantState state, Map<UserId, Set<String>> sees, List<DecidedPair> decided) {

    /** Takes copies of the collections. */
    public GoldenWorld {
        sees = Map.copyOf(sees);
        decided = List.copyOf(decided);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A pair and why it is decided as it is.
     *
     * @param viewer    who looks
     * @param target    {@code user ann} or {@code department sales}
     * @param layer     the deciding layer's key
     * @param rules     ids of the deciding rules
     * @param outranked ids of rules of which some match is outranked
     */
    public record DecidedPair(UserId viewer, String target, String layer, Set<String> rules, Set<String> outranked) {

        /** Takes copies of the sets. */
        public DecidedPair {
            rules = Set.copyOf(rules);
            outranked = Set.copyOf(outranked);
        }
    }
}
