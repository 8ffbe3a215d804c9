package org.sightline.resources.internal.registry;

import java.text.Normalizer;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** What a title may be. */
final class Titles {

    private static final int LONGEST = 500;

    private Titles() {}

    /**
     * Returns a title as it is kept.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} at {@code /title}
     */
    static String checked(String given) {
        String title = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            throw invalid("must have 1 to " + LONGEST + " characters");
        }
        if (title.chars().anyMatch(each -> Character.getType(each) == Character.CONTROL)) {
            throw invalid("must not contain control characters such as tab, line break or NUL");
        }
        return title;
    }

    private static RuntimeException invalid(String detail) {
        return Problem.invalid("/title", Codes.INVALID, detail).exception();
    }
}
