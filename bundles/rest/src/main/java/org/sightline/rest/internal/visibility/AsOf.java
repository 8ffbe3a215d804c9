package org.sightline.rest.internal.visibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.History;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;

/**
 * Which state a question is about: the present one unless the query names a past one (docs/api.md, "Asking about the
 * past").
 *
 * @param revision null when the query names none
 * @param instant  null when the query names none
 */
record AsOf(@Nullable Long revision, @Nullable Instant instant) {

    /**
     * Reads the two parameters.
     *
     * @throws ProblemException {@code invalid} when they make no sense or both are there
     */
    static AsOf of(@Nullable String atRevision, @Nullable String at) {
        Long revision = Query.value("at_revision", atRevision, AsOf::revision);
        Instant instant = Query.value("at", at, Query::instant);
        if (revision != null && instant != null) {
            throw Query.invalid("at", "give `at_revision` or `at`, not both").exception();
        }
        return new AsOf(revision, instant);
    }

    private static Long revision(String text) {
        try {
            long revision = Long.parseLong(text);
            if (revision >= 1) {
                return revision;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a revision, a number from 1", e);
        }
        throw new IllegalArgumentException("must be a revision, a number from 1");
    }

    /** Returns the state for one answer, which then holds at that state's revision. */
    TenantSnapshot state(Call call, History history) {
        TenantSnapshot past = past(call, history);
        if (past == null) {
            return call.snapshot();
        }
        call.use(past);
        return past;
    }

    /** Returns the state for a page of a list. */
    TenantSnapshot state(Page page, Call call, History history) {
        try {
            TenantSnapshot past = past(call, history);
            return past == null ? page.snapshot() : page.readFrom(past);
        } catch (ProblemException e) {
            boolean wentMeanwhile = !page.isFirst() && e.problem().code().equals(Codes.REVISION_NOT_RETAINED);
            throw wentMeanwhile ? Page.stale() : e;
        }
    }

    private @Nullable TenantSnapshot past(Call call, History history) {
        Long wanted = revision;
        Instant moment = instant;
        if (wanted != null) {
            awaitDemanded(call);
            return history.at(call.tenant(), wanted);
        }
        if (moment != null) {
            awaitDemanded(call);
            return history.at(call.tenant(), moment);
        }
        return null;
    }

    /** Whoever demands a state that is not older wants this server to know of it before it looks back. */
    private static void awaitDemanded(Call call) {
        if (call.atLeast() >= 0) {
            call.snapshot();
        }
    }
}
