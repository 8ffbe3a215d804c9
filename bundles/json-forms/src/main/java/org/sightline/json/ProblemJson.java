package org.sightline.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/**
 * A refusal (RFC 9457; docs/api.md, "Errors").
 *
 * @param status  HTTP status; absent where no HTTP is spoken
 * @param title   what sort of refusal, in a few words; absent where no HTTP is spoken
 * @param detail  what is wrong, where, and what to do
 * @param code    stable code
 * @param errors  the wrong places; absent when the refusal is about the whole
 * @param members further members, such as {@code limit} and {@code used}, shown beside the others
 */
public record ProblemJson(
        @Nullable Integer status,
        @Nullable String title,
        String detail,
        String code,
        @Nullable List<FaultJson> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** Returns the form of a problem where no HTTP is spoken. */
    public static ProblemJson of(Problem problem) {
        return of(problem, null, null);
    }

    /** Returns the form of a problem. */
    public static ProblemJson of(Problem problem, @Nullable Integer status, @Nullable String title) {
        return new ProblemJson(
                status,
                title,
                problem.detail(),
                problem.code(),
                problem.faults().isEmpty()
                        ? null
                        : problem.faults().stream().map(FaultJson::of).toList(),
                new TreeMap<>(problem.members()));
    }

    /**
     * One wrong place.
     *
     * @param pointer JSON Pointer to the place
     * @param code    stable code
     * @param detail  what is wrong and what to do
     */
    public record FaultJson(String pointer, String code, String detail) {

        static FaultJson of(Fault fault) {
            return new FaultJson(fault.pointer(), fault.code(), fault.detail());
        }
    }
}
