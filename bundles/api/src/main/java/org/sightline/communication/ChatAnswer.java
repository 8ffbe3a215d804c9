package org.sightline.communication;

import java.util.List;

/**
 * What a member may do with another one (docs/concepts.md, "Who may chat with whom").
 *
 * @param canStartChat whether they may start a chat
 * @param canSend      whether they may send in the chat there is; the same as {@code canStartChat} when there is none
 * @param canFind      whether a search finds the other one
 * @param reasons      what led to it, in the order of {@link Reason}
 */
public record ChatAnswer(boolean canStartChat, boolean canSend, boolean canFind, List<Reason> reasons) {

    /** The answer about somebody who is hidden, and about nobody. */
    public static final ChatAnswer NOTHING = new ChatAnswer(false, false, false, List.of(Reason.NOT_VISIBLE));

    /** Takes a copy of the list. */
    public ChatAnswer {
        reasons = List.copyOf(reasons);
    }
}
