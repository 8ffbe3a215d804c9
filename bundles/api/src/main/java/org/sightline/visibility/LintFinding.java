package org.sightline.visibility;

import java.util.Locale;
import org.sightline.visibility.model.RuleId;

/**
 * Something about a rule that deserves a look.
 *
 * @param rule    the rule
 * @param ruleSet 1 or 2
 * @param code    what was found
 * @param detail  the finding in words, with names
 */
public record LintFinding(RuleId rule, int ruleSet, Code code, String detail) {

    /** What can be found; of the first three a rule has one at most, and such a rule can go without changing any answer. */
    public enum Code {
        /** No active member fits any of its subjects. */
        NO_SUBJECT,

        /** No department and no active member fits any of its objects. */
        NO_OBJECT,

        /** Wherever it has a match, rules give the same answer without it. */
        SHADOWED,

        /** It names something that is gone; that entry has no effect. */
        ENTRY_GONE;

        /** Returns the word used in JSON: the name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
