package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/** Hears of questions that were just answered, for whoever compares. Costs next to nothing while nobody does. */
@ProviderType
public interface LiveQuestions {

    /**
     * Takes note of an answer; returns at once and never throws. Not every answer is kept when there are many.
     *
     * @param state   what was asked about
     * @param viewer  a member's number there
     * @param member  another one's
     * @param visible what was answered
     */
    void answered(TenantSnapshot state, int viewer, int member, boolean visible);
}
