package org.sightline.visibility.internal.mainrule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.MainRule;

/** The main rules that did not say what they are, and so serve nobody and have no place among the types. */
final class Untyped {

    private final List<Found> all = new CopyOnWriteArrayList<>();

    /** A rule, and what it did instead of saying what it is. */
    private record Found(MainRule rule, long serviceId, String what) {

        private String className() {
            return rule.getClass().getName();
        }
    }

    void add(MainRule rule, long serviceId, String what) {
        all.add(new Found(rule, serviceId, what));
    }

    @SuppressWarnings("ReferenceEquality")
    void remove(MainRule rule) {
        all.removeIf(found -> found.rule() == rule);
    }

    /** Returns them by the names of their classes. */
    List<PolicyInfo> infos() {
        return all.stream()
                .map(found -> PolicyInfo.of(
                        PolicyInfo.Kind.MAIN_RULE,
                        found.className(),
                        found.serviceId(),
                        "does not say its type: it " + found.what()))
                .toList();
    }

    /** Returns what is wrong with them. */
    List<String> faults() {
        return all.stream()
                .map(found -> "`" + found.className() + "` does not say its type: it " + found.what()
                        + "; it is not called until its bundle is replaced")
                .toList();
    }
}
