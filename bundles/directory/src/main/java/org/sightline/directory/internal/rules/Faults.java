package org.sightline.directory.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** Collects what is wrong with one thing, so that the caller hears of all of it at once. */
public final class Faults {

    private final String prefix;
    private final List<Fault> found;

    private Faults(String prefix, List<Fault> found) {
        this.prefix = prefix;
        this.found = found;
    }

    /** Returns an empty collection. */
    public static Faults none() {
        return new Faults("", new ArrayList<>());
    }

    /** Returns the same collection for things that stand at a pointer. */
    public Faults below(String pointer) {
        return new Faults(prefix + pointer, found);
    }

    /** Notes a fault. */
    public void add(String pointer, String code, String detail) {
        found.add(new Fault(prefix + pointer, code, detail));
    }

    /** Notes a fault without a more telling code. */
    public void invalid(String pointer, String detail) {
        add(pointer, Codes.INVALID, detail);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns what is wrong, in the order it was found. */
    public List<Fault> list() {
        return List.copyOf(found);
    }

    /**
     * Goes on only if nothing is wrong.
     *
     * @throws org.sightline.problem.ProblemException with all faults
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found).exception();
        }
    }
}
