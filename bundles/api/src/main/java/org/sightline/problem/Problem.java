package org.sightline.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal, fit to be shown to the caller (docs/api.md, "Errors").
 *
 * @param kind    what sort of refusal
 * @param code    stable code, see {@link Codes}
 * @param detail  what is wrong, where, and what to do; contains nothing the caller may not know
 * @param faults  the wrong places; empty when the refusal is about the whole
 * @param members further members of the problem document by name, such as {@code limit} and {@code used}
 */
public record Problem(ProblemKind kind, String code, String detail, List<Fault> faults, Map<String, Object> members) {

    /** Takes copies of the collections. */
    public Problem {
        faults = List.copyOf(faults);
        members = Map.copyOf(members);
    }

    /** Returns a problem without faults and further members. */
    public static Problem of(ProblemKind kind, String code, String detail) {
        return new Problem(kind, code, detail, List.of(), Map.of());
    }

    /** There is no such thing. */
    public static Problem notFound(String detail) {
        return of(ProblemKind.NOT_FOUND, Codes.NOT_FOUND, detail);
    }

    /** The request does not fit the present state. */
    public static Problem conflict(String code, String detail) {
        return of(ProblemKind.CONFLICT, code, detail);
    }

    /** One place in what the caller sent is wrong; the problem has the fault's code. */
    public static Problem invalid(String pointer, String code, String detail) {
        return new Problem(ProblemKind.INVALID, code, detail, List.of(new Fault(pointer, code, detail)), Map.of());
    }

    /** Several places are wrong; the problem has the faults' code when they agree and {@code invalid} otherwise. */
    public static Problem invalid(List<Fault> faults) {
        List<String> codes = faults.stream().map(Fault::code).distinct().toList();
        String code = codes.size() == 1 ? codes.get(0) : Codes.INVALID;
        String detail = faults.size() == 1 ? faults.get(0).detail() : faults.size() + " places are wrong, see `errors`";
        return new Problem(ProblemKind.INVALID, code, detail, faults, Map.of());
    }

    /** Returns this problem with one more member in its document. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(name, value);
        return new Problem(kind, code, detail, faults, more);
    }

    /**
     * Returns this problem as seen from a larger document.
     *
     * @param base JSON Pointer to the part of the document that the faults' pointers start from
     */
    public Problem below(String base) {
        List<Fault> moved = faults.stream()
                .map(fault -> new Fault(base + fault.pointer(), fault.code(), fault.detail()))
                .toList();
        return new Problem(kind, code, detail, moved, members);
    }

    /** Returns an exception that carries this problem. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
