package org.sightline.directory.internal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.internal.rules.TreeRules;
import org.sightline.directory.model.DepartmentId;

/** How deep each department of a would-be tree lies; every department is looked at once, however wrong the tree is. */
final class Depths {

    /** It lies below itself. */
    static final int ON_CYCLE = -1;

    /** There is no way from it to the root, for which others are to blame. */
    static final int ADRIFT = -2;

    private static final int OPEN = 0;

    private final TreeRules.Parents parents;
    private final Map<DepartmentId, Integer> known = new HashMap<>(Map.of(DepartmentId.ROOT, 1));

    Depths(TreeRules.Parents parents) {
        this.parents = parents;
    }

    /** Returns the depth, the root having 1; or one of the two constants. */
    int of(DepartmentId department) {
        List<DepartmentId> path = new ArrayList<>();
        @Nullable DepartmentId at = department;
        while (at != null && !known.containsKey(at)) {
            path.add(at);
            known.put(at, OPEN);
            at = parents.of(at);
        }
        int depth = at == null ? ADRIFT : known.getOrDefault(at, ADRIFT);
        int cycleFrom = depth == OPEN ? path.indexOf(at) : path.size();
        for (int i = path.size() - 1; i >= 0; i--) {
            if (i >= cycleFrom) {
                depth = ON_CYCLE;
            } else {
                depth = depth > 0 ? depth + 1 : ADRIFT;
            }
            known.put(path.get(i), depth);
        }
        return known.getOrDefault(department, ADRIFT);
    }
}
