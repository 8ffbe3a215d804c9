package org.sightline.contacts.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.EntryKind;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.trust.model.FieldGrants;
import org.sightline.visibility.DirectorySight;

/**
 * One search of one viewer in one directory. Either goes through the matches in the order of names and asks for each
 * whether the viewer sees it, until the page is full, or, when the viewer sees so little that this would take long,
 * through what the viewer sees.
 */
final class Finder {

    /** What sorting makes one of the seen cost beside one that is only asked about. */
    private static final int SEEN_COSTS = 3;

    private final DirectorySnapshot directory;
    private final DirectorySight sight;
    private final SearchFields fields;
    private final int viewer;
    private final List<String> query;
    private final int[] among;
    private final @Nullable EntryKind kind;
    private final @Nullable DepartmentNames departmentNames;

    Finder(DirectorySnapshot directory, DirectorySight sight, SearchFields fields, int viewer, Asked asked) {
        this.directory = directory;
        this.sight = sight;
        this.fields = fields;
        this.viewer = viewer;
        this.query = asked.words;
        this.among = asked.among;
        this.kind = asked.kind;
        this.departmentNames = asked.byDepartment ? new DepartmentNames(directory, sight, viewer, query) : null;
    }

    /** Finds with an index. Where a page starts is an entry and one more, so that it holds for any index. */
    ContactsPage<ContactsHit> find(SearchIndex index, Since since, long from, int size) {
        Matches matches = withDepartmentNames(index.matches(query, among, kind), since);
        int seen = sight.countVisibleIn(viewer, 0);
        long walk = Math.min(matches.count(), (long) size * index.ranks().count() / Math.max(1, seen));
        Walk pages = walk <= (long) SEEN_COSTS * seen
                ? new Walk(since, matches::next, size)
                : new Walk(since, seenMatches(matches, since)::next, size);
        return pages.from(from);
    }

    private Matches withDepartmentNames(Matches matches, Since since) {
        if (departmentNames == null || kind == EntryKind.DEPARTMENT) {
            return matches;
        }
        Ints found = new Ints(64);
        for (int member : departmentNames.members()) {
            int rank = since.rankOf(Entry.ofMember(member));
            if (rank != Ranks.NONE) {
                found.add(rank);
            }
        }
        return matches.with(found.toSortedSet());
    }

    /** The matches among what the viewer sees. */
    private Matches seenMatches(Matches matches, Since since) {
        Ints found = new Ints(64);
        if (kind != EntryKind.DEPARTMENT) {
            for (int member : sight.visibleTo(viewer)) {
                addIfMatching(Entry.ofMember(member), matches, since, found);
            }
        }
        if (kind != EntryKind.MEMBER) {
            for (int department : sight.departmentsVisibleTo(viewer)) {
                addIfMatching(Entry.ofDepartment(department), matches, since, found);
            }
        }
        return Matches.of(found.toSortedSet());
    }

    private static void addIfMatching(int entry, Matches matches, Since since, Ints found) {
        int rank = since.rankOf(entry);
        if (rank != Ranks.NONE && matches.has(rank)) {
            found.add(rank);
        }
    }

    /** Finds without an index: looks at everything the viewer sees. */
    ContactsPage<ContactsHit> findWithout(NameOrder names, long from, int size) {
        Ints found = new Ints(64);
        for (int member : sight.visibleTo(viewer)) {
            addIfHit(Entry.ofMember(member), found);
        }
        for (int department : sight.departmentsVisibleTo(viewer)) {
            addIfHit(Entry.ofDepartment(department), found);
        }
        int[] sorted = Ranks.sorted(directory, found.toArray(), names);
        int start = from == 0 ? 0 : indexOf(sorted, (int) (from - 1));
        int end = Math.min(sorted.length, start + size);
        List<ContactsHit> hits = new ArrayList<>();
        for (int at = start; at < end; at++) {
            hits.add(hit(sorted[at]));
        }
        return new ContactsPage<>(hits, end < sorted.length ? sorted[end] + 1L : 0);
    }

    private void addIfHit(int entry, Ints found) {
        if (isOfKind(entry) && matchingField(entry) >= 0) {
            found.add(entry);
        }
    }

    private static int indexOf(int[] entries, int wanted) {
        for (int at = 0; at < entries.length; at++) {
            if (entries[at] == wanted) {
                return at;
            }
        }
        return entries.length;
    }

    private boolean isOfKind(int entry) {
        return kind == null || Entry.isDepartment(entry) == (kind == EntryKind.DEPARTMENT);
    }

    private boolean isSeen(int entry) {
        int number = Entry.number(entry);
        return Entry.isDepartment(entry) ? sight.seesDepartment(viewer, number) : sight.sees(viewer, number);
    }

    /** The first field that has all words; negative when there is none. */
    private int matchingField(int entry) {
        int number = Entry.number(entry);
        if (Entry.isDepartment(entry)) {
            boolean hit = Arrays.stream(among).anyMatch(field -> field == SearchFields.NAME)
                    && Words.haveAll(directory.department(number).name(), false, query);
            return hit ? SearchFields.NAME : -1;
        }
        int field = fields.matching(directory.member(number), among, query);
        return field < 0 && departmentNames != null && departmentNames.match(number) ? fields.count() : field;
    }

    /** Whether the viewer finds a member. */
    boolean finds(int member) {
        int entry = Entry.ofMember(member);
        return isOfKind(entry) && isSeen(entry) && matchingField(entry) >= 0;
    }

    private ContactsHit hit(int entry) {
        EntryKind found = Entry.isDepartment(entry) ? EntryKind.DEPARTMENT : EntryKind.MEMBER;
        int field = matchingField(entry);
        String name = field == fields.count() ? FieldGrants.DEPARTMENT : fields.name(field);
        return new ContactsHit(found, Entry.number(entry), name);
    }

    /** Goes through ranks of an index and the others beside it, in order. */
    private final class Walk {

        private final Since since;
        private final IntUnaryOperator next;
        private final int size;
        private final List<ContactsHit> hits = new ArrayList<>();
        private long goesOn;

        Walk(Since since, IntUnaryOperator next, int size) {
            this.since = since;
            this.next = next;
            this.size = size;
        }

        ContactsPage<ContactsHit> from(long from) {
            int rank = 0;
            int other = 0;
            if (from > 0) {
                int entry = (int) (from - 1);
                int known = since.rankOf(entry);
                if (known == Ranks.NONE) {
                    other = Math.max(0, since.positionOf(entry));
                    rank = since.otherCount() == 0 ? 0 : since.ranksBefore(other);
                } else {
                    rank = known;
                    while (other < since.otherCount() && since.ranksBefore(other) <= rank) {
                        other++;
                    }
                }
            }
            walk(rank, other);
            return new ContactsPage<>(hits, goesOn);
        }

        private void walk(int firstRank, int firstOther) {
            int rank = next.applyAsInt(firstRank);
            int other = firstOther;
            while (goesOn == 0 && (rank >= 0 || other < since.otherCount())) {
                if (other < since.otherCount() && (rank < 0 || since.ranksBefore(other) <= rank)) {
                    int entry = since.other(other++);
                    if (isOfKind(entry) && isSeen(entry) && matchingField(entry) >= 0) {
                        take(entry);
                    }
                } else {
                    if (since.counts(rank)) {
                        int entry = since.entryAt(rank);
                        if (isSeen(entry)) {
                            take(entry);
                        }
                    }
                    rank = next.applyAsInt(rank + 1);
                }
            }
        }

        private void take(int entry) {
            if (hits.size() == size) {
                goesOn = entry + 1L;
            } else {
                hits.add(hit(entry));
            }
        }
    }
}
