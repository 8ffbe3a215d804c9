package org.sightline.storage.internal.news;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.StoreListener;

/**
 * Something that other servers must know. As text it is words with blanks between, since neither keys nor ids hold any.
 *
 * @param kind   what happened
 * @param tenant to whom
 * @param user   whose sessions ended; null for everything else
 */
public record News(Kind kind, TenantKey tenant, @Nullable UserId user) {

    /** What can happen. */
    enum Kind {
        /** A tenant was changed, created or dropped. */
        TENANT,
        /** A tenant got cards. */
        CARDS,
        /** Sessions of a member ended. */
        SESSIONS
    }

    /** A tenant was changed, created or dropped. */
    public static News tenantMoved(TenantKey tenant) {
        return new News(Kind.TENANT, tenant, null);
    }

    /** A tenant got cards. */
    public static News cardsWritten(TenantKey tenant) {
        return new News(Kind.CARDS, tenant, null);
    }

    /** Sessions of a member ended. */
    public static News sessionsEnded(TenantKey tenant, UserId user) {
        return new News(Kind.SESSIONS, tenant, user);
    }

    String text() {
        return kind + " " + tenant + (user == null ? "" : " " + user);
    }

    /** Reads a text back; empty for what a newer server says and this one does not understand. */
    static Optional<News> parse(String text) {
        String[] words = text.split(" ");
        for (Kind kind : Kind.values()) {
            if (words.length == wordsOf(kind) && kind.name().equals(words[0])) {
                return Optional.of(
                        new News(kind, new TenantKey(words[1]), words.length > 2 ? new UserId(words[2]) : null));
            }
        }
        return Optional.empty();
    }

    private static int wordsOf(Kind kind) {
        return kind == Kind.SESSIONS ? 3 : 2;
    }

    /** Brings it to a listener. */
    public void tell(StoreListener listener) {
        if (user != null) {
            listener.sessionsEnded(tenant, user);
        } else if (kind == Kind.CARDS) {
            listener.cardsWritten(tenant);
        } else {
            listener.tenantMoved(tenant);
        }
    }
}
