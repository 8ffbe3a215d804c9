package org.sightline.contacts.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.EntryKind;
import org.sightline.contacts.internal.order.DisplayOrders;
import org.sightline.contacts.internal.order.Household;
import org.sightline.contacts.internal.order.Sequence;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.DirectorySight;
import org.sightline.visibility.model.DisplayOrder;

/** The contacts tree of one tenant at one revision, as any of its members sees it. */
public final class ContactsTree {

    private static final int ROOT = 0;

    /** So many numbers are kept of what viewers see below hidden departments. */
    private static final int MOST_NUMBERS = 2_000_000;

    private static final int OVERHEAD = 60;

    private final DirectorySnapshot directory;
    private final DirectorySight sight;
    private final DisplayOrders orders;
    private final DisplayOrder displayOrder;
    private final Map<Integer, Lifted> lifted = new LinkedHashMap<>(16, 0.75f, true);
    private int numbers;

    /** Shows a directory to those who are in it. */
    public ContactsTree(
            DirectorySnapshot directory, DirectorySight sight, DisplayOrders orders, DisplayOrder displayOrder) {
        this.directory = directory;
        this.sight = sight;
        this.orders = orders;
        this.displayOrder = displayOrder;
    }

    /** Whether a department is in a viewer's tree. */
    public boolean shows(int viewer, int department) {
        return department == ROOT || sight.seesDepartment(viewer, department);
    }

    /** Returns the departments a member is directly in, as far as a viewer sees them. */
    public int[] departmentsOf(int viewer, int member) {
        return Arrays.stream(directory.departmentsOf(member))
                .filter(department -> sight.seesDepartment(viewer, department))
                .toArray();
    }

    /** Returns a piece of what hangs below a department in a viewer's tree. */
    public ContactsPage<ContactsEntry> children(int viewer, int department, long from, int size) {
        Household household = orders.household(department);
        Lifted beside = lifted(viewer);
        boolean visible = sight.seesDepartment(viewer, department);
        Sequence leaders = Sequence.of(household.leaders());
        Sequence departments = household.departmentsWith(directory, beside.departments(department, household));
        int[] others = beside.members(department, household);
        // Who is directly in a root that the viewer does not see hangs there only when lifted.
        Sequence members =
                visible ? household.membersWith(directory, others) : household.othersAlone(directory, others);
        Piece piece = new Piece(viewer, from, size);
        piece.take(EntryKind.LEADER, leaders);
        if (displayOrder == DisplayOrder.MEMBERS_FIRST) {
            piece.take(EntryKind.MEMBER, members);
            piece.take(EntryKind.DEPARTMENT, departments);
        } else {
            piece.take(EntryKind.DEPARTMENT, departments);
            piece.take(EntryKind.MEMBER, members);
        }
        return piece.done();
    }

    private Lifted lifted(int viewer) {
        synchronized (lifted) {
            Lifted known = lifted.get(viewer);
            if (known != null) {
                return known;
            }
        }
        Lifted made = new Lifted(directory, sight, viewer);
        synchronized (lifted) {
            if (lifted.put(viewer, made) == null) {
                numbers += made.size() + OVERHEAD;
            }
            var oldest = lifted.entrySet().iterator();
            while (numbers > MOST_NUMBERS && lifted.size() > 1) {
                numbers -= oldest.next().getValue().size() + OVERHEAD;
                oldest.remove();
            }
        }
        return made;
    }

    /** A piece of a list in the making. Positions count what the viewer does not see, too, and say nothing about it. */
    private final class Piece {

        private final int viewer;
        private final long from;
        private final int size;
        private final List<ContactsEntry> entries = new ArrayList<>();
        private long before;
        private long next;

        Piece(int viewer, long from, int size) {
            this.viewer = viewer;
            this.from = from;
            this.size = size;
        }

        void take(EntryKind kind, Sequence sequence) {
            for (int at = (int) Math.min(Math.max(0, from - before), sequence.size());
                    next == 0 && at < sequence.size();
                    at++) {
                int number = sequence.at(at);
                boolean department = kind == EntryKind.DEPARTMENT;
                if (!(department ? sight.seesDepartment(viewer, number) : sight.sees(viewer, number))) {
                    continue;
                }
                if (entries.size() == size) {
                    next = before + at;
                } else {
                    int count = department ? sight.countVisibleIn(viewer, number) : 0;
                    entries.add(new ContactsEntry(kind, number, count));
                }
            }
            before += sequence.size();
        }

        ContactsPage<ContactsEntry> done() {
            return new ContactsPage<>(entries, next);
        }
    }
}
