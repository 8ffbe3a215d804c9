package org.sightline.rest.internal.health;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why a component does not work.
 *
 * @param sentence in words, to be followed by what it waits for
 * @param offers   the services that are missing because of this
 * @param waitsFor the services that this waits for; none when the sentence says it all
 */
record Lack(String sentence, Set<String> offers, SortedSet<String> waitsFor) {

    /** A lack that waits for no service. */
    static Lack of(String sentence) {
        return new Lack(sentence, Set.of(), new TreeSet<>());
    }

    /**
     * Returns the lacks that do not follow from another one, in words. When each follows from another, components wait
     * on each other in a circle, and all are returned.
     */
    static List<String> causes(List<Lack> lacks) {
        Set<String> missing =
                lacks.stream().flatMap(lack -> lack.offers.stream()).collect(Collectors.toSet());
        List<String> causes = lacks.stream()
                .filter(lack -> lack.waitsFor.isEmpty() || !missing.containsAll(lack.waitsFor))
                .map(Lack::words)
                .sorted()
                .toList();
        return causes.isEmpty() ? lacks.stream().map(Lack::words).sorted().toList() : causes;
    }

    private String words() {
        return sentence + waitsFor.stream().map(Lack::simple).collect(Collectors.joining(", "));
    }

    /** Returns a class's name without its package. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
