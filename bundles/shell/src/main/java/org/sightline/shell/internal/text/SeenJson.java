package org.sightline.shell.internal.text;

import java.util.List;

/**
 * A member in a list of who sees whom.
 *
 * @param userId the member
 */
public record SeenJson(String userId) {

    /**
     * A part of such a list.
     *
     * @param items   the members of this part
     * @param hasMore whether others follow
     * @param total   how many there are in all
     */
    public record ListJson(List<SeenJson> items, boolean hasMore, int total) {}
}
