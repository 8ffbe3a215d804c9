package org.sightline.directoryfiles.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.directory.ImportLine;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** Says in one sentence what is wrong with a line (docs/import.md, "Errors"). */
final class LineProblems {

    /** How many faults of one line are told. */
    private static final int MAX_FAULTS = 5;

    private LineProblems() {}

    /** Returns the line with its problem; places in it are named by JSON Pointer. */
    static ImportLine.Unreadable of(long number, Problem problem) {
        List<Fault> faults = problem.faults();
        if (faults.isEmpty()) {
            return new ImportLine.Unreadable(number, problem.code(), problem.detail());
        }
        String told =
                faults.stream().limit(MAX_FAULTS).map(LineProblems::sentence).collect(Collectors.joining("; "));
        String rest = faults.size() > MAX_FAULTS ? "; and " + (faults.size() - MAX_FAULTS) + " more" : "";
        return new ImportLine.Unreadable(number, problem.code(), told + rest);
    }

    /** Returns a line that is faulty before anything of it can be read. */
    static ImportLine.Unreadable of(long number, PhysicalLines.Fault fault, int longest) {
        if (fault == PhysicalLines.Fault.TOO_LONG) {
            return new ImportLine.Unreadable(number, Codes.TOO_LARGE, "the line has more than " + longest + " bytes");
        }
        return new ImportLine.Unreadable(
                number, Codes.INVALID, "the line is not UTF-8; save the file in that encoding");
    }

    private static String sentence(Fault fault) {
        return fault.pointer().isEmpty() ? fault.detail() : "`" + fault.pointer() + "`: " + fault.detail();
    }
}
