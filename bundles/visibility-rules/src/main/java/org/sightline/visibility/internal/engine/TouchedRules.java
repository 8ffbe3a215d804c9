package org.sightline.visibility.internal.engine;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * The rules that two policies do not have in common. Who is matched by none of them, and looks at somebody matched by
 * none of them, gets the same answer from both as far as rules give it.
 */
final class TouchedRules {

    /** Whether the main rule shows the same under both. */
    final boolean sameMainRule;

    private final CompiledEngine before;
    private final CompiledEngine after;
    private final long[] changedBefore;
    private final long[] changedAfter;

    TouchedRules(
            CompiledEngine before, VisibilityPolicy policyBefore, CompiledEngine after, VisibilityPolicy policyAfter) {
        this.before = before;
        this.after = after;
        sameMainRule = before.mainSight().equals(after.mainSight());
        changedBefore = changed(before.table, meanings(policyAfter));
        changedAfter = changed(after.table, meanings(policyBefore));
    }

    private static Set<Meaning> meanings(VisibilityPolicy policy) {
        Set<Meaning> meanings = new HashSet<>();
        for (int set = 0; set < policy.ruleSets().size(); set++) {
            for (Rule rule : policy.ruleSets().get(set).rules()) {
                meanings.add(Meaning.of(set, rule));
            }
        }
        return meanings;
    }

    private static long[] changed(RuleTable table, Set<Meaning> others) {
        long[] changed = new long[table.words()];
        for (int bit = 0; bit < table.bits(); bit++) {
            if (table.isRule(bit) && !others.contains(Meaning.of(table.setOf(bit), table.rule(bit)))) {
                changed[bit >>> 6] |= 1L << bit;
            }
        }
        return changed;
    }

    /** Whether a changed rule, or a changed main rule, may have a say for viewers of these rows. */
    boolean touchesViewers(Row rowBefore, Row rowAfter) {
        return !sameMainRule
                || meet(rowBefore.viewer.union, changedBefore)
                || meet(rowAfter.viewer.union, changedAfter);
    }

    /** Whether a changed rule, or a changed main rule, may have a say about targets of these classes. */
    boolean touchesTargets(int classBefore, int classAfter) {
        return !sameMainRule
                || meet(before.targets.classes[classBefore].union, changedBefore)
                || meet(after.targets.classes[classAfter].union, changedAfter);
    }

    /** Whether a changed rule joins the two, or the main rule has changed. */
    boolean touches(Row rowBefore, Row rowAfter, int classBefore, int classAfter) {
        return !sameMainRule
                || meet(rowBefore.viewer.union, before.targets.classes[classBefore].union, changedBefore)
                || meet(rowAfter.viewer.union, after.targets.classes[classAfter].union, changedAfter);
    }

    /** The active members for whom {@link #touchesViewers} holds, one bit each. */
    BitSet viewers() {
        BitSet found = new BitSet();
        for (int member = 0; member < before.layout.places.memberCount; member++) {
            boolean active = before.layout.isActive(member);
            if (active) {
                int base = before.layout.base(member);
                found.set(member, touchesViewers(before.rows.ofBase(base), after.rows.ofBase(base)));
            }
        }
        return found;
    }

    private static boolean meet(long[] rules, long[] changed) {
        for (int word = 0; word < changed.length; word++) {
            if ((rules[word] & changed[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(long[] subject, long[] object, long[] changed) {
        for (int word = 0; word < changed.length; word++) {
            if ((subject[word] & object[word] & changed[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** What a rule means, whatever it is called. */
    private record Meaning(int set, Subjects subjects, org.sightline.visibility.model.Targets objects, Effect effect) {

        static Meaning of(int set, Rule rule) {
            return new Meaning(set, rule.subjects(), rule.objects(), rule.effect());
        }
    }
}
