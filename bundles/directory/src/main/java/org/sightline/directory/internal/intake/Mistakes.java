package org.sightline.directory.internal.intake;

import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** The wrong lines of a file: counts all, keeps the first ones, says of each line what was found first. */
final class Mistakes {

    private final BitSet wrong = new BitSet();
    private final NavigableMap<Long, LineError> first = new TreeMap<>();

    Mistakes() {}

    /** Starts with what is known already. */
    Mistakes(Mistakes known) {
        wrong.or(known.wrong);
        first.putAll(known.first);
    }

    void add(long line, String code, String detail) {
        int bit = Math.toIntExact(line);
        if (wrong.get(bit)) {
            return;
        }
        wrong.set(bit);
        first.put(line, new LineError(line, code, detail));
        if (first.size() > ImportReport.MAX_ERRORS) {
            first.pollLastEntry();
        }
    }

    /** Adds all that is wrong with one line; nothing when the list is empty. */
    void add(long line, List<Fault> faults) {
        if (!faults.isEmpty()) {
            String detail = faults.stream().map(Mistakes::inWords).collect(Collectors.joining("; "));
            add(line, Problem.invalid(faults).code(), detail);
        }
    }

    private static String inWords(Fault fault) {
        return "`" + fault.pointer() + "`: " + fault.detail();
    }

    boolean has(long line) {
        return wrong.get(Math.toIntExact(line));
    }

    boolean isEmpty() {
        return wrong.isEmpty();
    }

    /** Returns the report of an import that did nothing because of these. */
    ImportReport report(long revision) {
        return new ImportReport(0, 0, 0, List.copyOf(first.values()), wrong.cardinality(), revision);
    }
}
