package org.sightline.json;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Reason;

/**
 * What a member may do with another one (docs/concepts.md, "Who may chat with whom").
 *
 * @param canStartChat whether they may start a chat
 * @param canSend      whether they may send in the chat there is
 * @param canFind      whether a search finds the other one
 * @param reasons      what led to it
 */
public record ChatAnswerJson(
        boolean canStartChat,
        boolean canSend,
        boolean canFind,

        @ArraySchema(
                schema =
                        @Schema(
                                allowableValues = {
                                    "same_tenant",
                                    "trusted",
                                    "contacts",
                                    "chat_exists",
                                    "not_visible",
                                    "not_contacts",
                                    "blocked"
                                }))
        List<String> reasons) {

    /** Returns the form of an answer. */
    public static ChatAnswerJson of(ChatAnswer answer) {
        return new ChatAnswerJson(
                answer.canStartChat(),
                answer.canSend(),
                answer.canFind(),
                answer.reasons().stream().map(Reason::key).toList());
    }
}
