package org.sightline.testkit.bruteforce;

import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/** Who sees what of one directory, asked one question at a time. */
public interface Beholding {

    /** Whether a viewer sees a member; false for those who do not exist. */
    boolean member(UserId viewer, UserId member);

    /** Whether a viewer sees a department; false for one that does not exist. */
    boolean department(UserId viewer, DepartmentId department);

    /** Returns what a judge of one tenant decides. */
    static Beholding of(BruteForce judge) {
        return new Beholding() {

            @Override
            public boolean member(UserId viewer, UserId member) {
                return judge.sees(viewer, member).visible();
            }

            @Override
            public boolean department(UserId viewer, DepartmentId department) {
                return judge.seesDepartment(viewer, department).visible();
            }
        };
    }
}
