package org.sightline.trust.internal.request;

import java.util.Map;
import java.util.TreeMap;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustRequest;

/** What is written down and said about requests; the same on both sides, so nothing of what only one of them may know. */
public final class RequestNotes {

    static final String KIND = "trust_request";

    private RequestNotes() {}

    /** Returns the audit note of a new request. */
    static AuditNote submitted(TrustRequest request) {
        return new AuditNote(KIND + ".submit", KIND, request.id(), null, facts(request));
    }

    /** Returns the audit note of a decision. */
    static AuditNote decided(TrustRequest before, TrustRequest after) {
        String what =
                switch (after.state()) {
                    case APPROVED -> "approve";
                    case REJECTED -> "reject";
                    case WITHDRAWN -> "withdraw";
                    case PENDING -> throw new IllegalArgumentException("nothing was decided");
                };
        return new AuditNote(KIND + "." + what, KIND, after.id(), facts(before), facts(after));
    }

    private static Map<String, Object> facts(TrustRequest request) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("from", request.from().value());
        facts.put("to", request.to().value());
        facts.put("state", request.state().key());
        Decision decision = request.decision();
        if (decision != null && decision.reason() != null) {
            facts.put("reason", decision.reason());
        }
        return facts;
    }

    /** Returns the refusal for the side whose decision it is not. */
    public static ProblemException notYours(String detail) {
        return Problem.of(ProblemKind.FORBIDDEN, Codes.FORBIDDEN, detail).exception();
    }

    /** Returns the refusal of a second decision. */
    public static ProblemException decided(String what, RequestState state) {
        return Problem.conflict(Codes.ALREADY_DECIDED, "the " + what + " is " + state.key() + " already")
                .exception();
    }
}
