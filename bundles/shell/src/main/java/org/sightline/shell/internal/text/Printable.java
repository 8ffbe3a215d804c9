package org.sightline.shell.internal.text;

/** Keeps text from outside from steering the terminal. */
final class Printable {

    private Printable() {}

    /** Returns the text with a visible sign in place of every control character. */
    static String of(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cc}", "\uFFFD") : text;
    }
}
