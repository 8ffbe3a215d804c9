package org.sightline.contacts.internal.search;

import java.util.List;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.DirectorySight;

/** Members by the names of the departments they are directly in, as far as a viewer sees these. */
final class DepartmentNames {

    private final DirectorySnapshot directory;
    private final DirectorySight sight;
    private final int viewer;
    private final List<String> words;

    DepartmentNames(DirectorySnapshot directory, DirectorySight sight, int viewer, List<String> words) {
        this.directory = directory;
        this.sight = sight;
        this.viewer = viewer;
        this.words = words;
    }

    private boolean hasAll(int department) {
        return Words.haveAll(directory.department(department).name(), false, words);
    }

    /** Whether one of a member's departments has all words in its name. */
    boolean match(int member) {
        for (int department : directory.departmentsOf(member)) {
            if (hasAll(department) && sight.seesDepartment(viewer, department)) {
                return true;
            }
        }
        return false;
    }

    /** The members whom the viewer sees and whom this matches; some of them more than once. */
    int[] members() {
        Ints found = new Ints(64);
        for (int department : sight.departmentsVisibleTo(viewer)) {
            if (hasAll(department)) {
                for (int member : directory.membersDirectlyIn(department)) {
                    if (sight.sees(viewer, member)) {
                        found.add(member);
                    }
                }
            }
        }
        return found.toArray();
    }
}
