package org.sightline.communication;

import java.util.Locale;

/** Why two members may chat, or may not; in the order in which answers list them. */
public enum Reason {
    /** They are of the same tenant. */
    SAME_TENANT,
    /** Their tenants trust each other. */
    TRUSTED,
    /** They are contacts. */
    CONTACTS,
    /** They have a chat. */
    CHAT_EXISTS,
    /** The one does not see the other, or there is no other. */
    NOT_VISIBLE,
    /** They are not contacts, which would help. */
    NOT_CONTACTS,
    /** The other one has blocked the one who asks. */
    BLOCKED;

    /** Returns the word used in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
