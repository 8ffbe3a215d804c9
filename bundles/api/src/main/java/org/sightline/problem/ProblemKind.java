package org.sightline.problem;

/** What sort of refusal a problem is; each kind has one HTTP status. */
public enum ProblemKind {
    /** The request cannot be read at all. */
    MALFORMED,
    /** Nobody, or nobody known, is asking. */
    UNAUTHENTICATED,
    /** The caller is known and may not. */
    FORBIDDEN,
    /** There is no such thing, or the caller may not know of it; the two look the same. */
    NOT_FOUND,
    /** The request is fine but does not fit the present state. */
    CONFLICT,
    /** It was there, and is not kept any more. */
    GONE,
    /** The state is not the one the caller expected. */
    PRECONDITION_FAILED,
    /** More than a limit allows. */
    TOO_LARGE,
    /** Readable, but what it says is wrong. */
    INVALID,
    /** Too much in too short a time. */
    RATE_LIMITED,
    /** Not now: something the answer needs is missing. */
    UNAVAILABLE
}
