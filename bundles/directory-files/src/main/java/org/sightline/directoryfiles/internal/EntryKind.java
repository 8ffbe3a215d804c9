package org.sightline.directoryfiles.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line speaks of. */
enum EntryKind {
    FIELD("field_id"),
    DEPARTMENT("department_id"),
    USER("user_id"),
    GROUP("group_id"),
    UNIT("unit_id");

    private final String idName;

    EntryKind(String idName) {
        this.idName = idName;
    }

    /** Returns the word in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the field that holds the id. */
    String idName() {
        return idName;
    }

    /** Returns the kind with this word; empty when there is none. */
    static Optional<EntryKind> ofKey(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Returns all words, for people. */
    static String words() {
        return Stream.of(values()).map(kind -> "`" + kind.key() + "`").collect(Collectors.joining(", "));
    }
}
