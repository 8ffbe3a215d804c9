package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;

/**
 * Finds rules that decide nothing (docs/concepts.md, "Lint"). Viewers with the same subject entries and targets with the
 * same object entries are one question to the {@link Judge}; a rule is shadowed when he answers every question it takes
 * part in the same with the rule and without it. One rule proves itself by a single question, so most cost little.
 */
final class RuleUses {

    /** So many questions are spent on a rule before the next one has its turn. */
    private static final int FIRST_TRY = 2_000;

    /** So many questions are spent on all of them that are not settled then. */
    private static final int SECOND_TRY = 3_000_000;

    private static final int MOST_EXAMPLES = 3;

    private final Layout layout;
    private final RuleTable table;
    private final Targets targets;
    private final Judge judge;
    private @Nullable List<RuleUse> known;

    RuleUses(Layout layout, RuleTable table, Targets targets, Judge judge) {
        this.layout = layout;
        this.table = table;
        this.targets = targets;
        this.judge = judge;
    }

    /** The uses of all rules in the order of the policy; found out once. */
    synchronized List<RuleUse> list() {
        List<RuleUse> found = known;
        if (found == null) {
            found = List.copyOf(new Survey().run());
            known = found;
        }
        return found;
    }

    /** Members who are one to the judge: how many, and one of them; a department among them counts as many. */
    private static final class Crowd {

        int size;
        int someone = -1;

        void add(int member) {
            size++;
            someone = member;
        }

        /** Whether all there is between the two is one member and themself. */
        boolean isOnlySelf(Crowd targets) {
            return size == 1 && targets.size == 1 && someone == targets.someone;
        }
    }

    /** One going through all rules. */
    private final class Survey {

        private final Map<Row, Crowd> viewers = new LinkedHashMap<>();
        private final @Nullable Crowd[] crowds = new @Nullable Crowd[targets.classes.length];

        Survey() {
            // Rows of its own: those of the engine are for its readers, and would be dropped for so many.
            Rows rows = new Rows(layout, table, targets, judge, Long.MAX_VALUE);
            for (int member = 0; member < layout.places.memberCount; member++) {
                int place = layout.place(member);
                if (place >= 0) {
                    viewers.computeIfAbsent(rows.ofBase(layout.base(member)), unseen -> new Crowd())
                            .add(member);
                    crowd(targets.classOfPlace[place]).add(member);
                }
            }
            for (int department = 0; department < layout.places.departmentCount; department++) {
                crowd(targets.classOfPlace[department]).size += 2;
            }
        }

        private Crowd crowd(int targetClass) {
            Crowd crowd = crowds[targetClass];
            if (crowd == null) {
                crowd = new Crowd();
                crowds[targetClass] = crowd;
            }
            return crowd;
        }

        List<RuleUse> run() {
            List<RuleUse> uses = new ArrayList<>();
            List<Integer> unsettled = new ArrayList<>();
            List<Integer> bits = new ArrayList<>();
            for (int bit = 0; bit < table.bits(); bit++) {
                if (table.isRule(bit)) {
                    RuleUse use = new Trial(bit, FIRST_TRY).run();
                    if (use.kind() == RuleUse.Kind.NOT_PROVED) {
                        unsettled.add(uses.size());
                    }
                    bits.add(bit);
                    uses.add(use);
                }
            }
            long left = SECOND_TRY;
            for (int at = 0; at < unsettled.size(); at++) {
                long share = left / (unsettled.size() - at);
                Trial trial = new Trial(bits.get(unsettled.get(at)), share);
                uses.set(unsettled.get(at), trial.run());
                left -= trial.asked;
            }
            return uses;
        }

        /** One rule's chance to prove that it decides something. */
        private final class Trial {

            private final int bit;
            private final long most;
            private final Set<RuleId> instead = new LinkedHashSet<>();
            private long asked;

            Trial(int bit, long most) {
                this.bit = bit;
                this.most = most;
            }

            RuleUse run() {
                int[] classes = classes();
                TargetEntries[] others = new TargetEntries[classes.length];
                for (int index = 0; index < classes.length; index++) {
                    others[index] = targets.classes[classes[index]].without(bit);
                }
                boolean fits = false;
                for (Map.Entry<Row, Crowd> entry : viewers.entrySet()) {
                    if (!has(entry.getKey().viewer.union)) {
                        continue;
                    }
                    fits = true;
                    if (decides(entry.getKey(), entry.getValue(), classes, others)) {
                        return use(RuleUse.Kind.DECIDES);
                    }
                    if (asked > most) {
                        return use(RuleUse.Kind.NOT_PROVED);
                    }
                }
                if (!fits) {
                    return use(RuleUse.Kind.NO_SUBJECT);
                }
                return use(classes.length == 0 ? RuleUse.Kind.NO_OBJECT : RuleUse.Kind.SHADOWED);
            }

            private int[] classes() {
                IntList found = new IntList(16);
                for (int targetClass = 0; targetClass < crowds.length; targetClass++) {
                    if (crowds[targetClass] != null && has(targets.classes[targetClass].union)) {
                        found.add(targetClass);
                    }
                }
                return found.toArray();
            }

            private boolean has(long[] rules) {
                return (rules[bit >>> 6] & 1L << bit) != 0;
            }

            private boolean decides(Row row, Crowd crowd, int[] classes, TargetEntries[] others) {
                for (int index = 0; index < classes.length; index++) {
                    if (crowd.isOnlySelf(crowd(classes[index]))) {
                        continue;
                    }
                    asked++;
                    if (row.cell(classes[index]) != judge.decide(row.viewer, others[index])) {
                        return true;
                    }
                    if (instead.size() < MOST_EXAMPLES) {
                        addDeciding(row.viewer, others[index]);
                    }
                }
                return false;
            }

            private void addDeciding(ViewerEntries viewer, TargetEntries target) {
                int set = judge.decidingSet(viewer, target);
                Effect effect = judge.decide(viewer, target) == Judge.VISIBLE ? Effect.VISIBLE : Effect.HIDDEN;
                judge.decide(viewer, target, set, (subject, position, object, outranked) -> {
                    if (!outranked) {
                        addMet(subject, target.bits[object], set, effect);
                    }
                });
            }

            private void addMet(long[] subject, long[] object, int set, Effect effect) {
                for (int word = table.firstWord[set]; word < table.firstWord[set + 1]; word++) {
                    for (long met = subject[word] & object[word]; met != 0; met &= met - 1) {
                        Rule rule = table.rule((word << 6) + Long.numberOfTrailingZeros(met));
                        if (rule.effect() == effect && instead.size() < MOST_EXAMPLES) {
                            instead.add(rule.id());
                        }
                    }
                }
            }

            private RuleUse use(RuleUse.Kind kind) {
                boolean tells = kind == RuleUse.Kind.SHADOWED;
                return new RuleUse(
                        table.rule(bit).id(), table.setOf(bit) + 1, kind, tells ? List.copyOf(instead) : List.of());
            }
        }
    }
}
