package org.sightline.apps.internal.tokens;

import java.util.regex.Pattern;
import org.sightline.access.AppTokens;
import org.sightline.apps.internal.Secrets;
import org.sightline.store.AppTokenStore.TokenKind;

/** What tokens look like: a prefix by which leaked ones are found and told apart, and 256 random bits. */
enum TokenForm {
    ACCESS(AppTokens.PREFIX),
    REFRESH("slr_"),
    CODE("slc_");

    private static final String RANDOM = "[A-Za-z0-9_-]{43}";

    private final String prefix;
    private final Pattern form;

    TokenForm(String prefix) {
        this.prefix = prefix;
        this.form = Pattern.compile(prefix + RANDOM);
    }

    /** Returns a fresh token. */
    String random(Secrets secrets) {
        return prefix + secrets.next();
    }

    /** Returns what such a token is good for. */
    TokenKind kind() {
        return TokenKind.valueOf(name());
    }

    /** Whether a text can be a token of any form. */
    static boolean any(String text) {
        return ACCESS.isFormOf(text) || REFRESH.isFormOf(text) || CODE.isFormOf(text);
    }

    /** Whether a text can be such a token; others need not be looked for. */
    boolean isFormOf(String text) {
        return form.matcher(text).matches();
    }
}
