package org.sightline.contacts.internal.order;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * The order below every department of one directory, sorted when first asked for. Directories that follow each other
 * share what they have sorted; what an earlier one has sorted is looked over once and taken when nothing is different.
 */
public final class DisplayOrders {

    /** Departments that are gone are swept out when so many times the present number is held. */
    private static final int SWEEP_AT = 2;

    private final DirectorySnapshot directory;
    private final NameOrder names;
    private final ConcurrentMap<DepartmentId, Held> shared;

    /** Stands for the directory where holding the directory would keep it alive. */
    private final Object mark = new Object();

    private DisplayOrders(DirectorySnapshot directory, NameOrder names, ConcurrentMap<DepartmentId, Held> shared) {
        this.directory = directory;
        this.names = names;
        this.shared = shared;
    }

    /** Starts with nothing sorted. */
    public static DisplayOrders of(DirectorySnapshot directory) {
        return new DisplayOrders(directory, NameOrder.of(directory.tenant().locale()), new ConcurrentHashMap<>());
    }

    /** Returns the orders of another directory of the same tenant. */
    public DisplayOrders in(DirectorySnapshot other) {
        if (!names.isOf(other.tenant().locale())) {
            return of(other);
        }
        if (shared.size() > SWEEP_AT * other.departmentCount()) {
            shared.keySet().removeIf(id -> other.departmentNumber(id) == DirectorySnapshot.NONE);
        }
        return new DisplayOrders(other, names, shared);
    }

    /** Returns the order of names. */
    public NameOrder names() {
        return names;
    }

    /** Returns what is in a department, sorted. */
    public Household household(int department) {
        DepartmentId id = directory.department(department).id();
        Held held = shared.get(id);
        if (held != null && held.mark.equals(mark)) {
            return held.household;
        }
        Household household =
                held == null ? Household.of(directory, department, names) : held.household.in(directory, department);
        shared.put(id, new Held(mark, household));
        return household;
    }

    /**
     * Something sorted.
     *
     * @param mark stands for the directory it was last looked over in
     */
    private record Held(Object mark, Household household) {}
}
