package org.sightline.directoryfiles.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.directory.ImportLine;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.ProfileField;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** The first row of a CSV file: which column holds which field of a member (docs/import.md, "CSV"). */
final class CsvHeader {

    private static final String IDS = "department_ids";
    private static final String ORDERS = "department_orders";

    private static final Set<String> REQUIRED = Set.of("user_id", "name");

    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("user_id", "name", IDS, ORDERS, "status"),
                    Stream.of(ProfileField.values()).map(ProfileField::key))
            .collect(Collectors.toUnmodifiableSet());

    private final List<String> columns;

    private CsvHeader(List<String> columns) {
        this.columns = columns;
    }

    /** Returns the header; white space around names does not count. Whether it makes sense is {@link #faults}' business. */
    static CsvHeader of(List<String> cells) {
        return new CsvHeader(cells.stream().map(String::strip).toList());
    }

    /** Returns what is wrong with the header, as faults of its line. */
    List<ImportLine.Unreadable> faults(long number) {
        List<ImportLine.Unreadable> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!isKnown(column)) {
                faults.add(new ImportLine.Unreadable(
                        number,
                        Codes.UNKNOWN_FIELD,
                        "there is no field `" + column + "`; columns are "
                                + new TreeSet<>(KNOWN)
                                        .stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                                + " and `custom_fields.<id>`, separated by commas"));
            } else if (!seen.add(column)) {
                faults.add(new ImportLine.Unreadable(
                        number, Codes.INVALID, "the column `" + column + "` stands there twice"));
            }
        }
        REQUIRED.stream()
                .filter(name -> !seen.contains(name))
                .sorted()
                .map(name -> new ImportLine.Unreadable(number, Codes.INVALID, "the column `" + name + "` is missing"))
                .forEach(faults::add);
        return faults;
    }

    /**
     * Returns a row in the form that JSON lines have; empty cells are left out.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid}
     */
    ObjectNode line(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw Problem.invalid(
                            "",
                            Codes.INVALID,
                            "the row has " + cells.size() + " cells, but the header names " + columns.size()
                                    + " columns")
                    .exception();
        }
        ObjectNode line = Json.mapper().createObjectNode().put("kind", EntryKind.USER.key());
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                put(line, columns.get(i), cells.get(i));
            }
        }
        return line;
    }

    private static void put(ObjectNode line, String column, String cell) {
        if (column.equals(IDS)) {
            ArrayNode ids = line.putArray(IDS);
            parts(cell).forEach(ids::add);
        } else if (column.equals(ORDERS)) {
            ObjectNode orders = line.putObject(ORDERS);
            parts(cell).forEach(part -> putOrder(orders, part));
        } else if (column.startsWith(ProfileField.CUSTOM_PREFIX)) {
            line.withObjectProperty("custom_fields").put(column.substring(ProfileField.CUSTOM_PREFIX.length()), cell);
        } else {
            line.put(column, cell);
        }
    }

    private static void putOrder(ObjectNode orders, String part) {
        int colon = part.indexOf(':');
        try {
            orders.put(part.substring(0, Math.max(0, colon)), Integer.parseInt(part.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                            "/" + ORDERS,
                            Codes.INVALID,
                            "must look like `sales:10;board:5`, a department id and a whole number each")
                    .exception();
        }
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split(";", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static boolean isKnown(String column) {
        if (!column.startsWith(ProfileField.CUSTOM_PREFIX)) {
            return KNOWN.contains(column);
        }
        try {
            return !new FieldId(column.substring(ProfileField.CUSTOM_PREFIX.length()))
                    .value()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
