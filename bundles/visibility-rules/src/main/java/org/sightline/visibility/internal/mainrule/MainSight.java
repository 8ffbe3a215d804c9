package org.sightline.visibility.internal.mainrule;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A main rule's sight, worked out for one directory: what the engine asks when no supplementary rule decides. Status
 * and self are not its business; safe for any number of threads.
 */
public interface MainSight {

    /** Whether the viewer sees the member. */
    boolean seesMember(int viewer, int member);

    /** Whether the viewer sees the department. */
    boolean seesDepartment(int viewer, int department);

    /** Returns in which form the sight can be listed. */
    Listing listing(int viewer);

    /** Whether the sight has failed since it was worked out, so that it shows nothing any more. */
    default boolean failed() {
        return false;
    }

    /** What a viewer sees, as far as it can be listed without asking for every member. */
    sealed interface Listing {

        /** Whole departments. */
        final class Departments implements Listing {

            private final int[] runs;

            Departments(int[] runs) {
                this.runs = runs;
            }

            /** First and after last department in turn, ascending, apart from each other; not to be changed. */
            public int[] runs() {
                return runs;
            }
        }

        /**
         * Members and departments one by one, possibly more than once.
         *
         * @param members     tells the members
         * @param departments tells the departments
         */
        record Numbers(Teller members, Teller departments) implements Listing {}

        /**
         * Only to be found out by asking for each.
         *
         * @param member     whether the viewer sees a member
         * @param department whether the viewer sees a department
         */
        record Questions(IntPredicate member, IntPredicate department) implements Listing {}
    }

    /** Tells numbers one after the other. */
    @FunctionalInterface
    interface Teller {

        /** Tells all of them. */
        void tell(IntConsumer listener);
    }
}
