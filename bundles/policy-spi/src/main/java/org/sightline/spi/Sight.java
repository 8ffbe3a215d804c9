package org.sightline.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who sees whom, in one of three forms. The first two tell the server sets, so that a vendor's rule answers as fast
 * as a built-in one and can be listed, counted and previewed at any size; the third can only be asked pair by pair.
 */
public sealed interface Sight {

    /** Every viewer sees whole departments: these, all below them, and everyone in any of them. */
    record ByDepartments(Departments seen) implements Sight {}

    /** A viewer sees whoever and whatever shares a key with them. */
    record ByKeys(Keys keys) implements Sight {}

    /** A yes or no for each pair; slower, and refused by preview above a stated size. */
    record ByPairs(Pairs pairs) implements Sight {}

    /** Tells the departments a viewer sees. */
    @ConsumerType
    @FunctionalInterface
    interface Departments {

        /** Returns the numbers of the departments this viewer sees; what lies below need not be named. */
        int[] seenBy(int viewer);
    }

    /** Gives keys, any non-negative numbers, to viewers and to what they look at. */
    @ConsumerType
    interface Keys {

        /** Returns the keys a viewer looks with; none for a viewer who sees nothing. */
        int[] ofViewer(int viewer);

        /** Returns the keys under which a member is seen; none for a member nobody sees. */
        int[] ofMember(int member);

        /** Returns the keys under which a department is seen; none for a department nobody sees. */
        int[] ofDepartment(int department);
    }

    /** Answers for one pair at a time; called on the request path by many threads and must not block. */
    @ConsumerType
    interface Pairs {

        /** Whether the viewer sees the other member. */
        boolean seesMember(int viewer, int member);

        /** Whether the viewer sees the department. */
        boolean seesDepartment(int viewer, int department);
    }
}
