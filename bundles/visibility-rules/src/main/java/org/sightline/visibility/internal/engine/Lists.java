package org.sightline.visibility.internal.engine;

import org.sightline.visibility.internal.mainrule.MainSight;

/** Lists of whom somebody sees and who sees somebody, made from whole runs of departments instead of pair by pair. */
final class Lists {

    private final Layout layout;
    private final Places places;
    private final Targets targets;
    private final Rows rows;
    private final MainView mainView;

    Lists(Layout layout, Targets targets, Rows rows, MainView mainView) {
        this.layout = layout;
        this.places = layout.places;
        this.targets = targets;
        this.rows = rows;
        this.mainView = mainView;
    }

    /** The members an active viewer sees. */
    int[] visibleTo(int viewer) {
        IntList found = new IntList(256);
        found.add(viewer);
        return gather(viewer, found);
    }

    /** The members whom rules and main rule show to an active viewer; the viewer only when these do. */
    int[] shownTo(int viewer) {
        return gather(viewer, new IntList(256));
    }

    private int[] gather(int viewer, IntList found) {
        Row row = rowOf(viewer);
        Row.Seen seen = row.seen();
        addRuns(seen.visibleRuns, 0, places.departmentCount, row, Judge.VISIBLE, found);
        for (int place : seen.visiblePlaces) {
            addPlace(place, found);
        }
        MainSight.Listing listing = mainView.sight().listing(viewer);
        if (listing instanceof MainSight.Listing.Departments open) {
            addOpenDepartments(open.runs(), row, found);
        } else if (listing instanceof MainSight.Listing.Numbers numbers) {
            numbers.members().tell(member -> addIfOpen(member, row, found));
        } else if (listing instanceof MainSight.Listing.Questions questions) {
            for (int member : places.byPlace) {
                if (isOpen(member, row) && questions.member().test(member)) {
                    found.add(member);
                }
            }
        }
        return found.toSortedSet(places.memberCount);
    }

    private Row rowOf(int viewer) {
        return rows.ofBase(layout.base(viewer));
    }

    /** Adds those whose only department lies in the runs, within bounds; named ones by their own cell. */
    private void addRuns(int[] runs, int from, int to, Row row, int wanted, IntList found) {
        for (int run = Runs.first(runs, from); run < runs.length && runs[run] < to; run += 2) {
            int first = places.start[Math.max(runs[run], from)];
            int after = places.start[Math.min(runs[run + 1], to)];
            if (!layout.anyNamed()) {
                found.addAll(places.byPlace, first, after);
                continue;
            }
            for (int index = first; index < after; index++) {
                int member = places.byPlace[index];
                if (!layout.isNamed(member) || cellOf(member, row) == wanted) {
                    found.add(member);
                }
            }
        }
    }

    private void addPlace(int place, IntList found) {
        int member = layout.memberAlone(place);
        if (member >= 0) {
            found.add(member);
            return;
        }
        for (int index = places.start[place]; index < places.start[place + 1]; index++) {
            int shared = places.byPlace[index];
            if (!layout.isNamed(shared)) {
                found.add(shared);
            }
        }
    }

    private void addOpenDepartments(int[] open, Row row, IntList found) {
        int[] left = row.seen().openRuns;
        for (int run = 0; run < open.length; run += 2) {
            addRuns(left, open[run], open[run + 1], row, Judge.OPEN, found);
            int after = places.elsewhereStart[open[run + 1]];
            for (int index = places.elsewhereStart[open[run]]; index < after; index++) {
                addIfOpen(places.elsewhere[index], row, found);
            }
        }
    }

    private void addIfOpen(int member, Row row, IntList found) {
        if (isOpen(member, row)) {
            found.add(member);
        }
    }

    private boolean isOpen(int member, Row row) {
        return cellOf(member, row) == Judge.OPEN;
    }

    private int cellOf(int member, Row row) {
        return row.cell(targets.classOfPlace[layout.place(member)]);
    }

    /** The members who see an active member. */
    int[] viewersOf(int member) {
        int place = layout.place(member);
        int targetClass = targets.classOfPlace[place];
        boolean untouched = targetClass == 0;
        byte[] cells = new byte[layout.baseLimit()];
        IntList found = new IntList(256);
        for (int viewer = 0; viewer < places.memberCount; viewer++) {
            int viewerPlace = layout.place(viewer);
            if (viewerPlace < 0) {
                continue;
            }
            int base = layout.base(viewer);
            int cell = untouched ? Judge.OPEN : cells[base];
            if (cell == Row.UNKNOWN) {
                cell = rows.ofBase(base).cell(targetClass);
                cells[base] = (byte) cell;
            }
            boolean visible =
                    cell == Judge.VISIBLE || (cell == Judge.OPEN && mainView.seesMember(viewer, member, place));
            if (visible || viewer == member) {
                found.add(viewer);
            }
        }
        return found.toArray();
    }

    /** The departments an active viewer sees. */
    int[] departmentsVisibleTo(int viewer) {
        Row row = rowOf(viewer);
        Row.Seen seen = row.seen();
        IntList found = new IntList(64);
        for (int run = 0; run < seen.visibleRuns.length; run += 2) {
            addRange(seen.visibleRuns[run], seen.visibleRuns[run + 1], found);
        }
        MainSight.Listing listing = mainView.sight().listing(viewer);
        if (listing instanceof MainSight.Listing.Departments open) {
            addOpenRanges(open.runs(), seen.openRuns, found);
        } else if (listing instanceof MainSight.Listing.Numbers numbers) {
            numbers.departments().tell(department -> {
                if (row.cell(targets.classOfPlace[department]) == Judge.OPEN) {
                    found.add(department);
                }
            });
        } else if (listing instanceof MainSight.Listing.Questions questions) {
            for (int run = 0; run < seen.openRuns.length; run += 2) {
                for (int department = seen.openRuns[run]; department < seen.openRuns[run + 1]; department++) {
                    if (questions.department().test(department)) {
                        found.add(department);
                    }
                }
            }
        }
        return found.toSortedSet(places.departmentCount);
    }

    private static void addOpenRanges(int[] open, int[] left, IntList found) {
        for (int run = 0; run < open.length; run += 2) {
            for (int at = Runs.first(left, open[run]); at < left.length && left[at] < open[run + 1]; at += 2) {
                addRange(Math.max(left[at], open[run]), Math.min(left[at + 1], open[run + 1]), found);
            }
        }
    }

    private static void addRange(int from, int to, IntList found) {
        for (int number = from; number < to; number++) {
            found.add(number);
        }
    }
}
