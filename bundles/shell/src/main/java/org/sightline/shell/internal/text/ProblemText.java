package org.sightline.shell.internal.text;

import java.util.TreeMap;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** A refusal in words: one sentence, and a line for every wrong place. */
public final class ProblemText {

    private ProblemText() {}

    /** Returns the words. */
    public static String of(Problem problem) {
        StringBuilder words =
                new StringBuilder().append(problem.code()).append(": ").append(Printable.of(problem.detail()));
        new TreeMap<>(problem.members())
                .forEach((name, value) ->
                        words.append("\n  ").append(name).append(": ").append(Printable.of(value.toString())));
        if (problem.faults().size() > 1) {
            problem.faults().forEach(fault -> words.append("\n  ").append(line(fault)));
        } else {
            problem.faults()
                    .forEach(fault ->
                            words.append(" (at ").append(fault.pointer()).append(')'));
        }
        return words.toString();
    }

    private static String line(Fault fault) {
        return fault.pointer() + ": " + fault.code() + ": " + Printable.of(fault.detail());
    }
}
