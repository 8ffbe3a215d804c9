package org.sightline.json;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody says no.
 *
 * @param reason a single line of at most 500 characters for the other side; absent for none
 */
public record ReasonJson(@Nullable String reason) {

    /** No reason. */
    public static final ReasonJson NONE = new ReasonJson(null);

    private static final int LONGEST = 500;

    /**
     * Returns the reason; null for none.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is too long or has control characters
     */
    public @Nullable String toModel() {
        String text = reason == null ? null : Texts.orNull(reason.strip());
        if (text == null) {
            return null;
        }
        Faults faults = Faults.none();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            faults.invalid("reason", "must have at most " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(each -> Character.getType(each) == Character.CONTROL)) {
            faults.invalid("reason", "must not contain control characters such as tab, line break or NUL");
        }
        faults.refuseIfAny();
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
