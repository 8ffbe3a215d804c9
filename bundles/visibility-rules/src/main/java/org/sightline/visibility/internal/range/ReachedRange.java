package org.sightline.visibility.internal.range;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.RangeReach;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.RangeSight;

/** A data range worked out for one directory. */
final class ReachedRange implements RangeSight {

    /** How departments beside each other are ordered. */
    private static final Comparator<Department> BESIDE = Comparator.comparingInt(Department::order)
            .thenComparing(department -> department.id().value());

    private final DirectorySnapshot directory;
    private final RangeReach reach;
    private final int[] members;
    private final int[] departments;

    ReachedRange(DirectorySnapshot directory, DataRange range) {
        this.directory = directory;
        this.reach = RangeReach.of(directory, range);
        this.members = range.isEmpty()
                ? new int[0]
                : IntStream.range(0, directory.memberCount()).filter(this::sees).toArray();
        this.departments = IntStream.range(0, range.isEmpty() ? 0 : directory.departmentCount())
                .filter(this::isTop)
                .boxed()
                .sorted(Comparator.comparing(directory::department, BESIDE))
                .flatMapToInt(top -> IntStream.range(top, directory.subtreeEnd(top)))
                .toArray();
    }

    private boolean isTop(int department) {
        int parent = directory.parentOf(department);
        return seesDepartment(department) && (parent == DirectorySnapshot.NONE || !seesDepartment(parent));
    }

    @Override
    public boolean sees(int member) {
        return reach.reaches(member) && directory.isActive(member);
    }

    @Override
    public boolean seesDepartment(int department) {
        return reach.reachesDepartment(department);
    }

    @Override
    public int[] members() {
        return members;
    }

    @Override
    public int[] departments() {
        return departments;
    }
}
