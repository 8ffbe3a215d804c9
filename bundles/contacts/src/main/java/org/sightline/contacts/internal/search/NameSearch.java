package org.sightline.contacts.internal.search;

import java.util.List;

/** The search of names that stand in no directory. */
public final class NameSearch {

    private NameSearch() {}

    /** Whether a name has all words of a query; a query without words finds nothing. */
    public static boolean matches(String query, String name) {
        List<String> words = Words.ofQuery(query);
        return !words.isEmpty() && Words.haveAll(name, false, words);
    }
}
