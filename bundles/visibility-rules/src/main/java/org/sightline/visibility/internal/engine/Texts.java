package org.sightline.visibility.internal.engine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of explanations, from a message catalogue that can be translated. */
final class Texts {

    private final ResourceBundle catalogue;
    private final Locale locale;

    /** Texts in a language; English where a text is not translated. */
    Texts(Locale locale) {
        this.locale = locale;
        catalogue = ResourceBundle.getBundle(
                "org.sightline.visibility.internal.engine.explanation",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(catalogue.getString(key), locale).format(arguments);
    }
}
