package org.sightline.notifications.internal.text;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sightline.notifications.model.Notice;

/** What cards say, in the language of their tenant: English, Japanese or Chinese, and English for all others. */
public final class CardTexts {

    private static final String BUNDLE = CardTexts.class.getPackageName() + ".cards";

    /** No language is better than English for whoever reads neither Japanese nor Chinese, whatever the machine speaks. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ConcurrentMap<Locale, ResourceBundle> bundles = new ConcurrentHashMap<>();

    /** Creates the texts. */
    public CardTexts() {}

    /** Returns a card's title. */
    public String title(Notice notice, Locale locale) {
        return text(notice, "title", locale);
    }

    /** Returns what a card says. */
    public String text(Notice notice, Locale locale) {
        return text(notice, "text", locale);
    }

    private String text(Notice notice, String part, Locale locale) {
        ResourceBundle texts = bundles.computeIfAbsent(locale, CardTexts::load);
        String pattern = texts.getString(notice.type().key() + "." + part);
        return new MessageFormat(pattern, locale).format(arguments(notice.parameters(), texts, locale));
    }

    private static ResourceBundle load(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, CardTexts.class.getClassLoader(), NO_FALLBACK);
    }

    /** Numbers count as such, so that languages can tell one from many; a reason that nobody gave leaves no trace. */
    private static Map<String, Object> arguments(Map<String, String> parameters, ResourceBundle texts, Locale locale) {
        Map<String, Object> arguments = new HashMap<>(parameters);
        arguments.put(
                "reason_sentence",
                parameters.containsKey("reason")
                        ? new MessageFormat(texts.getString("reason"), locale).format(arguments)
                        : "");
        arguments.computeIfPresent("count", (name, count) -> Long.valueOf(count.toString()));
        return arguments;
    }
}
