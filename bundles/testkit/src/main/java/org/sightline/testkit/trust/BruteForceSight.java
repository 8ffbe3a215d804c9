package org.sightline.testkit.trust;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.visibility.DirectorySight;

/** A sight for tests of other rooms: asks somebody slow and simple about everything. */
final class BruteForceSight implements DirectorySight {

    private final DirectorySnapshot viewers;
    private final DirectorySnapshot looked;
    private final Beholding judge;

    BruteForceSight(DirectorySnapshot viewers, DirectorySnapshot looked, Beholding judge) {
        this.viewers = viewers;
        this.looked = looked;
        this.judge = judge;
    }

    @Override
    public boolean sees(int viewer, int member) {
        return judge.member(viewers.member(viewer).id(), looked.member(member).id());
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return judge.department(
                viewers.member(viewer).id(), looked.department(department).id());
    }

    @Override
    public int[] visibleTo(int viewer) {
        return IntStream.range(0, looked.memberCount())
                .filter(member -> sees(viewer, member))
                .toArray();
    }

    @Override
    public int[] departmentsVisibleTo(int viewer) {
        return IntStream.range(0, looked.departmentCount())
                .filter(department -> seesDepartment(viewer, department))
                .toArray();
    }

    @Override
    public int countVisibleIn(int viewer, int department) {
        int end = looked.subtreeEnd(department);
        return (int) Arrays.stream(visibleTo(viewer))
                .filter(member ->
                        IntStream.of(looked.departmentsOf(member)).anyMatch(own -> own >= department && own < end))
                .count();
    }

    @Override
    public int[] visibleOutside(int viewer) {
        return Arrays.stream(visibleTo(viewer))
                .filter(member -> IntStream.of(looked.departmentsOf(member))
                        .noneMatch(department -> seesDepartment(viewer, department)))
                .toArray();
    }
}
