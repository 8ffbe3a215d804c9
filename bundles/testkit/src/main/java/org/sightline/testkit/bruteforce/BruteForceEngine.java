package org.sightline.testkit.bruteforce;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;

/** An engine for tests of other rooms: asks the brute-force evaluator about every pair once and then looks it up. */
public final class BruteForceEngine implements VisibilityEngine {

    private final DirectorySnapshot directory;
    private final boolean[][] sees;
    private final boolean[][] seesDepartment;

    /** Decides every pair of a directory. */
    public BruteForceEngine(DirectorySnapshot directory, BruteForce judge) {
        this.directory = directory;
        int members = directory.memberCount();
        sees = new boolean[members][members];
        seesDepartment = new boolean[members][directory.departmentCount()];
        for (int viewer = 0; viewer < members; viewer++) {
            for (int member = 0; member < members; member++) {
                sees[viewer][member] = judge.sees(
                                directory.member(viewer).id(),
                                directory.member(member).id())
                        .visible();
            }
            for (int department = 0; department < directory.departmentCount(); department++) {
                seesDepartment[viewer][department] = judge.seesDepartment(
                                directory.member(viewer).id(),
                                directory.department(department).id())
                        .visible();
            }
        }
    }

    @Override
    public boolean sees(int viewer, int member) {
        return sees[viewer][member];
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return seesDepartment[viewer][department];
    }

    /** Not offered: ask the evaluator itself, its answers carry their reasons. */
    @Override
    public Decision explain(int viewer, int member) {
        throw new UnsupportedOperationException("ask BruteForce.sees");
    }

    /** Not offered: ask the evaluator itself, its answers carry their reasons. */
    @Override
    public Decision explainDepartment(int viewer, int department) {
        throw new UnsupportedOperationException("ask BruteForce.seesDepartment");
    }

    @Override
    public int[] visibleTo(int viewer) {
        return numbers(sees.length, member -> sees[viewer][member]);
    }

    @Override
    public int[] viewersOf(int member) {
        return numbers(sees.length, viewer -> sees[viewer][member]);
    }

    @Override
    public int[] departmentsVisibleTo(int viewer) {
        return numbers(directory.departmentCount(), department -> seesDepartment[viewer][department]);
    }

    @Override
    public int countVisibleIn(int viewer, int department) {
        int end = directory.subtreeEnd(department);
        return numbers(
                        sees.length,
                        member -> sees[viewer][member]
                                && Arrays.stream(directory.departmentsOf(member))
                                        .anyMatch(own -> own >= department && own < end))
                .length;
    }

    @Override
    public int[] visibleOutside(int viewer) {
        return numbers(
                sees.length,
                member -> sees[viewer][member]
                        && Arrays.stream(directory.departmentsOf(member))
                                .noneMatch(own -> seesDepartment[viewer][own]));
    }

    private static int[] numbers(int end, IntPredicate belongs) {
        return IntStream.range(0, end).filter(belongs).toArray();
    }
}
