package org.sightline.apps.internal.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sightline.apps.internal.catalogue.Table.Line;

/**
 * The vocabulary that texts of permissions are made of: verbs, resources and categories, in each language
 * (README.md beside the files).
 */
final class Wording {

    /** The languages in which every permission speaks. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.CHINESE);

    private static final String KEY = "key";
    private static final String IN_TEXTS = "in_texts";
    private static final String YES = "yes";
    private static final String PLACE = "{}";

    /** Columns of the files of verbs and resources. */
    static final List<String> COLUMNS = List.of(KEY, "en", "ja", "zh");

    /** Columns of the file of categories. */
    static final List<String> CATEGORY_COLUMNS = List.of(KEY, "en", "ja", "zh", IN_TEXTS);

    /** Chinese keeps a blank between its own characters and Latin ones. */
    private static final Pattern HAN_BEFORE_LATIN = Pattern.compile("(?<=\\p{IsHan})(?=[A-Za-z0-9])");

    private static final Pattern LATIN_BEFORE_HAN = Pattern.compile("(?<=[A-Za-z0-9])(?=\\p{IsHan})");

    private final Map<String, Line> verbs;
    private final Map<String, Line> resources;
    private final Map<String, Line> categories;

    Wording(Table verbs, Table resources, Table categories) {
        this.verbs = byKey(verbs);
        this.resources = byKey(resources);
        this.categories = byKey(categories);
    }

    private static Map<String, Line> byKey(Table table) {
        Map<String, Line> lines = new HashMap<>();
        for (Line line : table.lines()) {
            if (lines.put(line.text(KEY), line) != null) {
                throw line.wrong("`" + line.text(KEY) + "` stands there twice");
            }
        }
        return lines;
    }

    /**
     * Returns what a permission's line says in every language.
     *
     * @throws IllegalArgumentException when it uses a word that is not there
     */
    Map<Locale, String> texts(Line permission, String verb, List<String> path, String category) {
        Line template = word(permission, verbs, verb);
        Line named = word(permission, categories, category);
        List<Line> things =
                path.stream().map(key -> word(permission, resources, key)).toList();
        Map<Locale, String> texts = new HashMap<>();
        for (Locale language : LANGUAGES) {
            String column = language.getLanguage();
            String text = sentence(permission, template.text(column), things, language);
            texts.put(language, named.text(IN_TEXTS).equals(YES) ? text + behind(named, language) : text);
        }
        return texts;
    }

    private static Line word(Line permission, Map<String, Line> words, String key) {
        Line word = words.get(key);
        if (word == null) {
            throw permission.wrong("there is no word `" + key + "`");
        }
        return word;
    }

    private static String sentence(Line permission, String template, List<Line> things, Locale language) {
        if (template.contains(PLACE) == things.isEmpty()) {
            throw permission.wrong("a verb needs a resource, and a phrase has none");
        }
        String text = template.replace(PLACE, joined(things, language));
        return language.equals(Locale.CHINESE) ? spaced(text) : text;
    }

    private static String joined(List<Line> things, Locale language) {
        List<String> words = new ArrayList<>();
        things.forEach(thing -> words.add(thing.text(language.getLanguage())));
        if (language.equals(Locale.ENGLISH)) {
            Collections.reverse(words);
            return String.join(" of ", words);
        }
        return String.join(language.equals(Locale.JAPANESE) ? "の" : "的", words);
    }

    private static String spaced(String text) {
        String half = HAN_BEFORE_LATIN.matcher(text).replaceAll(" ");
        return LATIN_BEFORE_HAN.matcher(half).replaceAll(" ");
    }

    private static String behind(Line category, Locale language) {
        String name = category.text(language.getLanguage());
        return language.equals(Locale.ENGLISH) ? " (" + name + ")" : "（" + name + "）";
    }
}
