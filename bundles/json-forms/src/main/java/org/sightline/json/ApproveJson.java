package org.sightline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;

/**
 * What an administrator approves.
 *
 * @param names     a permission by name, {@code name@app} or {@code name@user}; everything that waits when absent or empty
 * @param dataRange the range to grant, within the one asked for; absent for the one asked for, or to leave it waiting
 *     when there are names
 */
public record ApproveJson(
        @Nullable List<@Nullable String> names, @Nullable DataRangeJson dataRange) {

    /** Approves everything. */
    public static final ApproveJson ALL = new ApproveJson(null, null);

    /**
     * Returns the names.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public List<String> toNames() {
        Faults faults = Faults.none();
        List<String> read = faults.list("names", names, text -> text);
        faults.refuseIfAny();
        return read;
    }

    /**
     * Returns the range; null when none is given.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public @Nullable DataRange toRange() {
        if (dataRange == null) {
            return null;
        }
        Faults faults = Faults.none();
        DataRange range = dataRange.read(faults.below("data_range"));
        faults.refuseIfAny();
        return range;
    }
}
