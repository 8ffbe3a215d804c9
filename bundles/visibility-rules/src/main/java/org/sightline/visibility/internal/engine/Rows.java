package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Rows by base, made when first asked for. Bases to which the same subject entries fit share a row. When rows have
 * grown beyond the limit all of them are dropped and made anew as they are asked for; whoever holds one may go on.
 */
final class Rows {

    /** What a row takes beside the numbers in it: headers, references, its place in the map. */
    private static final int BYTES_OF_OBJECTS = 300;

    private final Layout layout;
    private final RuleTable table;
    private final Targets targets;
    private final Judge judge;
    private final Store store;

    /** By department: itself or the nearest one above that a rule names as subject; -1 when there is none. */
    private final int[] nearest;

    /** By base, where {@link Store#cellsByBase} is. */
    private final long[] @Nullable [] cellsByBase;

    Rows(Layout layout, RuleTable table, Targets targets, Judge judge, long maxBytes) {
        this.layout = layout;
        this.table = table;
        this.targets = targets;
        this.judge = judge;
        store = new Store(layout.baseLimit(), maxBytes);
        cellsByBase = store.cellsByBase;
        nearest = new int[layout.places.departmentCount];
        for (int department = 0; department < nearest.length; department++) {
            int above = layout.places.parent[department];
            boolean named = table.subjectDepartments[department] != null;
            nearest[department] = named ? department : above < 0 ? Places.NONE : nearest[above];
        }
    }

    private Rows(Rows before, Layout layout) {
        this.layout = layout;
        table = before.table;
        targets = before.targets;
        judge = before.judge;
        store = before.store;
        cellsByBase = store.cellsByBase;
        nearest = before.nearest;
    }

    /** Returns the same rows over a layout that may have more shared bases. */
    Rows over(Layout next) {
        store.handedOn = true;
        return new Rows(this, next);
    }

    /** What the rules say to a base about a target class. */
    int cell(int base, int targetClass) {
        long[] known = cellsByBase[base];
        if (known != null) {
            int cell = Row.cell(known, targetClass);
            if (cell != Row.UNKNOWN) {
                return cell;
            }
        }
        return ofBase(base).cell(targetClass);
    }

    Row ofBase(int base) {
        Row row = store.byBase[base];
        return row == null ? find(base) : row;
    }

    private Row find(int base) {
        IntList key = new IntList(16);
        int place = layout.placeOfBase(base);
        int member = layout.memberAlone(place);
        int alone = member >= 0 && table.subjectMember(member) != null ? member : -1;
        key.add(alone);
        int[] departments = departments(place);
        key.addAll(departments, 0, departments.length);
        key.add(-1);
        int[] groups = groups(base);
        key.addAll(groups, 0, groups.length);
        int[] numbers = key.toArray();
        Row row = store.shared.computeIfAbsent(new IntKey(numbers), unseen -> {
            ViewerEntries entries = new ViewerEntries(alone, departments, groups, table);
            long cells = (long) Row.words(targets.classes.length) * Long.BYTES;
            store.bytes.addAndGet(cells + entries.bytes() + (long) numbers.length * Integer.BYTES + BYTES_OF_OBJECTS);
            return new Row(entries, targets, judge, store.bytes::addAndGet);
        });
        store.keep(base, row);
        return row;
    }

    /** Gives the memory back; rows are made anew when they are asked for. Rows handed on to another state stay. */
    void dropAll() {
        if (!store.handedOn) {
            store.dropAll();
        }
    }

    /** The subject entries that fit a member. */
    ViewerEntries entriesOf(int viewer) {
        int base = layout.base(viewer);
        int alone = table.subjectMember(viewer) == null ? -1 : viewer;
        return new ViewerEntries(alone, departments(layout.placeOfBase(base)), groups(base), table);
    }

    private int[] departments(int place) {
        int[] direct = layout.departments(place);
        IntList chain = new IntList(8);
        for (int department : direct) {
            int at = nearest[department];
            while (at >= 0) {
                chain.add(at);
                int above = layout.places.parent[at];
                at = above < 0 ? Places.NONE : nearest[above];
            }
        }
        return chain.toSortedSet();
    }

    private int[] groups(int base) {
        IntList groups = new IntList(8);
        for (int block = 0; block < layout.groupBlocks(); block++) {
            long bits = layout.groupBits(block, base);
            while (bits != 0) {
                int group = (block << 6) + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
                if (table.subjectGroups[group] != null) {
                    groups.add(group);
                }
            }
        }
        return groups.toArray();
    }

    /** The rows made so far; states of which one came from the other by moves of a few members share one. */
    private static final class Store {

        final @Nullable Row[] byBase;

        /** By base: its row's cells, so that a check that finds one decided looks no further. */
        final long[] @Nullable [] cellsByBase;

        final ConcurrentMap<IntKey, Row> shared = new ConcurrentHashMap<>();
        final AtomicLong bytes = new AtomicLong();
        private final long maxBytes;
        volatile boolean handedOn;

        Store(int bases, long maxBytes) {
            this.maxBytes = maxBytes;
            byBase = new @Nullable Row[bases];
            cellsByBase = new long[bases][];
        }

        void keep(int base, Row row) {
            byBase[base] = row;
            cellsByBase[base] = row.cells;
            if (bytes.get() > maxBytes) {
                dropAll();
            }
        }

        synchronized void dropAll() {
            Arrays.fill(byBase, null);
            Arrays.fill(cellsByBase, null);
            shared.clear();
            bytes.set(0);
        }
    }
}
