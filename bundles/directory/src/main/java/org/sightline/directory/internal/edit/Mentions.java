package org.sightline.directory.internal.edit;

import java.util.List;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;

/**
 * Takes what is deleted out of the lists that name it, so that the directory never speaks of what is not there and an
 * export can be imported anywhere. Policies are left alone: their entries stay, without effect.
 */
public final class Mentions {

    private Mentions() {}

    /** Takes a department out of groups and units. */
    static void removeDepartment(DirectorySnapshot directory, DepartmentId id, Draft draft) {
        for (Group group : directory.groups()) {
            if (group.departments().contains(id)) {
                draft.put(
                        group,
                        new Group(
                                group.id(),
                                group.name(),
                                group.members(),
                                without(group.departments(), id),
                                group.condition()));
            }
        }
        for (Unit unit : directory.units()) {
            if (unit.departments().contains(id)) {
                draft.put(unit, new Unit(unit.id(), unit.name(), unit.type(), without(unit.departments(), id)));
            }
        }
    }

    /** Takes a member out of groups and from the head of departments, and takes the administrator's role away. */
    static void removeMember(DirectorySnapshot directory, UserId id, Draft draft) {
        for (Group group : directory.groups()) {
            if (group.members().contains(id)) {
                draft.put(
                        group,
                        new Group(
                                group.id(),
                                group.name(),
                                without(group.members(), id),
                                group.departments(),
                                group.condition()));
            }
        }
        for (int number = 0; number < directory.departmentCount(); number++) {
            Department department = directory.department(number);
            if (department.leaders().contains(id)) {
                draft.put(
                        department,
                        new Department(
                                department.id(),
                                department.name(),
                                department.parent(),
                                department.order(),
                                without(department.leaders(), id)));
            }
        }
        directory.administrator(id).ifPresent(draft::remove);
    }

    private static <T> List<T> without(List<T> list, T gone) {
        return list.stream().filter(entry -> !entry.equals(gone)).toList();
    }
}
