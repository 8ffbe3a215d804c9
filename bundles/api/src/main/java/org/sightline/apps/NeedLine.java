package org.sightline.apps;

import java.io.BufferedReader;
import java.util.Arrays;
import java.util.List;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.PermissionName;

/**
 * One line of the file that says what apps need.
 *
 * @param kind what is named
 * @param name of it, unique among its kind
 * @param need what it takes
 */
record NeedLine(String kind, String name, Need need) {

    private static final List<String> COLUMNS = List.of("kind", "name", "app", "user");
    private static final String COMMENT = "#";
    private static final String NOBODY = "-";

    /**
     * Reads all lines.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    static List<NeedLine> read(BufferedReader file) {
        List<List<String>> rows = file.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
        if (rows.isEmpty() || !rows.get(0).equals(COLUMNS)) {
            throw new IllegalArgumentException("the columns must be " + String.join(", ", COLUMNS));
        }
        return rows.stream().skip(1).map(NeedLine::of).toList();
    }

    private static NeedLine of(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("must have " + COLUMNS.size() + " columns: " + cells);
        }
        return new NeedLine(cells.get(0), cells.get(1), new Need(names(cells.get(2)), names(cells.get(3))));
    }

    private static List<PermissionName> names(String cell) {
        return cell.equals(NOBODY)
                ? List.of()
                : Arrays.stream(cell.split(" ", -1)).map(PermissionName::new).toList();
    }
}
