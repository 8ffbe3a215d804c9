package org.sightline.contacts.internal.order;

import com.ibm.icu.text.Collator;
import java.util.Locale;

/** How names stand in a tenant's locale (docs/concepts.md, "The contacts tree"). Safe for any number of threads. */
public final class NameOrder {

    private final Locale locale;
    private final Collator collator;

    private NameOrder(Locale locale) {
        this.locale = locale;
        this.collator = Collator.getInstance(locale).freeze();
    }

    /** Returns the order of a locale; that of the root locale for one without an order of its own. */
    public static NameOrder of(Locale locale) {
        return new NameOrder(locale);
    }

    /** Whether this is the order of a locale. */
    public boolean isOf(Locale other) {
        return locale.equals(other);
    }

    /** Returns what compares as the names do. */
    public NameKey key(String name) {
        return new NameKey(collator.getCollationKey(name).toByteArray());
    }
}
