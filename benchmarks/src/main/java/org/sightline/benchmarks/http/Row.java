package org.sightline.benchmarks.http;

/** What can be measured of a server. */
public enum Row {
    /** Answers compared with the brute-force evaluator. */
    AGREE,
    /** Single questions. */
    VERIFY,
    /** Many questions at once. */
    BATCH,
    /** First pages of contacts. */
    PAGES,
    /** Reads with the token of an app beside the same with that of a session. */
    TOKENS,
    /** Single questions while a candidate main rule is compared, beside the same while none is. */
    SHADOW,
    /** Changes of rules. */
    CHANGES,
    /** A start with everything stored; of an own server only. */
    START
}
