package org.sightline.storage.internal.news;

import java.util.Optional;

/**
 * News with their sender, so that a server can leave out its own.
 *
 * @param sender without blanks
 * @param news   what happened
 */
public record Letter(String sender, News news) {

    /** Returns it as text. */
    public String text() {
        return sender + " " + news.text();
    }

    /** Reads a text back; empty for what a newer server says and this one does not understand. */
    public static Optional<Letter> parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? Optional.empty()
                : News.parse(text.substring(blank + 1)).map(news -> new Letter(text.substring(0, blank), news));
    }
}
