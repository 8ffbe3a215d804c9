package org.sightline.organisations.internal;

import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.DepartmentId;

/** Reads departments from an outline: two spaces further in means one department further down; "id name" a line. */
final class DepartmentOutline {

    private DepartmentOutline() {}

    /**
     * A line of the outline.
     *
     * @param id     the department
     * @param name   for people
     * @param parent the department above
     * @param depth  1 for those right below the root
     */
    record Entry(DepartmentId id, String name, DepartmentId parent, int depth) {}

    /** Returns the departments, parents before children. */
    static List<Entry> read(String outline) {
        List<Entry> entries = new ArrayList<>();
        List<DepartmentId> above = new ArrayList<>(List.of(DepartmentId.ROOT));
        for (String line : outline.lines().toList()) {
            String text = line.strip();
            int depth = (line.indexOf(text) / 2) + 1;
            int space = text.indexOf(' ');
            DepartmentId id = new DepartmentId(text.substring(0, space));
            above.subList(depth, above.size()).clear();
            entries.add(new Entry(id, text.substring(space).strip(), above.get(depth - 1), depth));
            above.add(id);
        }
        return entries;
    }
}
