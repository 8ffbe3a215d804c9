package org.sightline.directory.internal.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules for lists of ids. */
final class Named {

    private Named() {}

    /**
     * Notes entries that are repeated or name nothing, and a list that is too long.
     *
     * @param what what the ids name, in words
     */
    static <I> void check(String pointer, List<I> ids, int most, String what, Predicate<I> exists, Faults faults) {
        if (ids.size() > most) {
            faults.invalid(pointer, "must have at most " + most + " entries, not " + ids.size());
            return;
        }
        Set<I> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            I id = ids.get(i);
            if (!seen.add(id)) {
                faults.invalid(pointer + "/" + i, "`" + id + "` is named twice");
            } else if (!exists.test(id)) {
                faults.invalid(pointer + "/" + i, "there is no " + what + " `" + id + "`");
            }
        }
    }
}
