package org.sightline.rest.internal.oauth;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the pages in a reader's language, ready to be put into HTML. */
final class PageTexts {

    private static final String BUNDLE = PageTexts.class.getPackageName() + ".pages";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.CHINESE);

    private final Locale reader;
    private final ResourceBundle texts;

    /** Speaks the reader's language, or English. */
    PageTexts(Locale reader) {
        this.reader = reader;
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                speaks(reader) ? reader : Locale.ENGLISH,
                PageTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static boolean speaks(Locale reader) {
        return LANGUAGES.stream().anyMatch(each -> each.getLanguage().equals(reader.getLanguage()));
    }

    /**
     * Returns the first language of a list that there are texts in.
     *
     * @param wanted    by preference
     * @param otherwise when there is none of them
     */
    static Locale choose(List<Locale> wanted, Locale otherwise) {
        return wanted.stream().filter(PageTexts::speaks).findFirst().orElse(otherwise);
    }

    /** Returns whom this speaks to. */
    Locale reader() {
        return reader;
    }

    /** Returns the tag of the language this speaks. */
    String language() {
        return speaks(reader) ? reader.getLanguage() : Locale.ENGLISH.getLanguage();
    }

    /** Returns a text with values put in, all escaped. */
    String html(String key, Object... values) {
        return Html.escaped(new MessageFormat(texts.getString(key), reader)
                .format(Arrays.stream(values).map(Object::toString).toArray()));
    }
}
