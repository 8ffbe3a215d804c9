package org.sightline.rest.internal.visibility;

import java.util.List;

/**
 * Many questions at once; read by {@link PairReader}, which makes no objects of them.
 *
 * @param pairs at most 10,000
 */
record PairsJson(List<Pair> pairs) {

    /**
     * One question.
     *
     * @param subjectUserId the viewer
     * @param objectUserId  the member in question
     */
    record Pair(String subjectUserId, String objectUserId) {}

    /**
     * The answers in the questions' order.
     *
     * @param results whether the subject sees the object
     */
    record Results(List<Boolean> results) {}
}
