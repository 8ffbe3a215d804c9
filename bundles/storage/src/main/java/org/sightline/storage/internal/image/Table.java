package org.sightline.storage.internal.image;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the store.
 *
 * @param name     in lower case
 * @param columns  by name
 * @param identity the column whose numbers the database gives out; null for none
 */
record Table(String name, List<Column> columns, @Nullable String identity) {

    Table {
        columns = List.copyOf(columns);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    private String columnList() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String select() {
        return "select " + columnList() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + columnList() + ") values (?" + ", ?".repeat(columns.size() - 1) + ")";
    }
}
