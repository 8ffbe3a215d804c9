package org.sightline.contacts.internal.search;

import java.util.Arrays;
import org.sightline.contacts.internal.order.NameKey;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.contacts.internal.order.Standing;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;

/** All active members and all departments of one directory in the order in which a search lists them. */
final class Ranks {

    static final int NONE = -1;

    private final DirectorySnapshot directory;
    private final NameOrder names;

    /** By rank, see {@link Entry}. */
    private final int[] entries;

    private final int[] ofMember;
    private final int[] ofDepartment;

    private Ranks(DirectorySnapshot directory, NameOrder names) {
        this.directory = directory;
        this.names = names;
        ofMember = new int[directory.memberCount()];
        ofDepartment = new int[directory.departmentCount()];
        entries = sorted();
        Arrays.fill(ofMember, NONE);
        for (int rank = 0; rank < entries.length; rank++) {
            if (Entry.isDepartment(entries[rank])) {
                ofDepartment[Entry.number(entries[rank])] = rank;
            } else {
                ofMember[Entry.number(entries[rank])] = rank;
            }
        }
    }

    static Ranks of(DirectorySnapshot directory, NameOrder names) {
        return new Ranks(directory, names);
    }

    private int[] sorted() {
        Standing[] standings = new Standing[ofMember.length + ofDepartment.length];
        int count = 0;
        for (int member = 0; member < ofMember.length; member++) {
            if (directory.isActive(member)) {
                standings[count++] = standing(directory, Entry.ofMember(member), names);
            }
        }
        for (int department = 0; department < ofDepartment.length; department++) {
            standings[count++] = standing(directory, Entry.ofDepartment(department), names);
        }
        Arrays.sort(standings, 0, count);
        int[] order = new int[count];
        for (int rank = 0; rank < count; rank++) {
            order[rank] = standings[rank].number();
        }
        return order;
    }

    /** Entries of a directory in the order of a search. */
    static int[] sorted(DirectorySnapshot directory, int[] entries, NameOrder names) {
        return Arrays.stream(entries)
                .mapToObj(entry -> standing(directory, entry, names))
                .sorted()
                .mapToInt(Standing::number)
                .toArray();
    }

    /** Where an entry of a directory stands in its search. */
    static Standing standing(DirectorySnapshot directory, int entry, NameOrder names) {
        int number = Entry.number(entry);
        if (Entry.isDepartment(entry)) {
            Department department = directory.department(number);
            return standing(names.key(department.name()), department.id().value(), entry);
        }
        Member member = directory.member(number);
        return standing(names.key(member.name()), member.id().value(), entry);
    }

    private static Standing standing(NameKey name, String id, int entry) {
        // Of a member and a department with the same name and id, the member comes first.
        return new Standing(0, name, Entry.isDepartment(entry) ? id + '\0' : id, entry);
    }

    int count() {
        return entries.length;
    }

    int entry(int rank) {
        return entries[rank];
    }

    /** The rank of an entry of this directory; {@link #NONE} for a member who is not active. */
    int of(int entry) {
        int number = Entry.number(entry);
        return Entry.isDepartment(entry) ? ofDepartment[number] : ofMember[number];
    }

    int memberCount() {
        return ofMember.length;
    }

    /** How many entries stand before another one, which need not be among them. */
    int before(Standing wanted) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (standing(directory, entries[middle], names).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many bytes this takes. */
    long bytes() {
        return 4L * (entries.length + ofMember.length + ofDepartment.length);
    }
}
