package org.sightline.directory.internal.edit;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
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
        removeMembers(directory, Set.of(id), group -> false, department -> false, draft);
    }

    /**
     * Takes members out of groups and from the head of departments, and takes their administrator's roles away.
     *
     * @param restatedGroup      groups that are put anew anyway, without these members
     * @param restatedDepartment departments that are put anew anyway, without these members
     */
    public static void removeMembers(
            DirectorySnapshot directory,
            Set<UserId> gone,
            Predicate<GroupId> restatedGroup,
            Predicate<DepartmentId> restatedDepartment,
            Draft draft) {
        for (Group group : directory.groups()) {
            List<UserId> left = without(group.members(), gone);
            if (left.size() < group.members().size() && !restatedGroup.test(group.id())) {
                draft.put(group, new Group(group.id(), group.name(), left, group.departments(), group.condition()));
            }
        }
        for (int number = 0; number < directory.departmentCount(); number++) {
            Department department = directory.department(number);
            List<UserId> left = without(department.leaders(), gone);
            if (left.size() < department.leaders().size() && !restatedDepartment.test(department.id())) {
                draft.put(
                        department,
                        new Department(
                                department.id(), department.name(), department.parent(), department.order(), left));
            }
        }
        for (UserId id : gone) {
            directory.administrator(id).ifPresent(draft::remove);
        }
    }

    private static <T> List<T> without(List<T> list, T gone) {
        return without(list, Set.of(gone));
    }

    private static <T> List<T> without(List<T> list, Set<T> gone) {
        return list.isEmpty()
                ? list
                : list.stream().filter(entry -> !gone.contains(entry)).toList();
    }
}
