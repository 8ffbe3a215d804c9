package org.sightline.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.Listed;
import org.sightline.communication.model.Chat;

/**
 * A private chat, as one of the two sees it (docs/concepts.md, "Chats").
 *
 * @param chatId    the same for both
 * @param peer      the other one
 * @param peerName  the other one's name
 * @param startedBy one of the two
 * @param createdAt when it was started
 */
public record ChatJson(
        String chatId, PersonJson peer, @Nullable String peerName, PersonJson startedBy, Instant createdAt) {

    /** Returns the form of a chat. */
    public static ChatJson of(Listed<Chat> listed) {
        Chat chat = listed.tie();
        return new ChatJson(
                chat.id(),
                PersonJson.of(chat.peer()),
                listed.name(),
                PersonJson.of(chat.startedBy()),
                chat.createdAt());
    }
}
