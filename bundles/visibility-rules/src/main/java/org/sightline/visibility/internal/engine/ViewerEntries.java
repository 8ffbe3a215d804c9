package org.sightline.visibility.internal.engine;

import org.jspecify.annotations.Nullable;

/** The subject entries that fit a viewer, with the rules that name them. */
final class ViewerEntries {

    /** The viewer when a rule names them; -1 otherwise. */
    final int member;

    /** Rules that name the viewer; null when {@link #member} is -1. */
    final long @Nullable [] memberBits;

    /** Group numbers of the layout. */
    final int[] groups;

    /** Ascending, so that a department comes before those below it. */
    final int[] departments;

    /** Rules that name any of these. */
    final long[] union;

    ViewerEntries(int member, int[] departments, int[] groups, RuleTable table) {
        this.member = member;
        this.groups = groups;
        this.departments = departments;
        union = new long[table.words()];
        memberBits = member < 0 ? null : table.subjectMember(member);
        if (memberBits != null) {
            add(memberBits);
        }
        for (int group : groups) {
            add(Bits.present(table.subjectGroups[group]));
        }
        for (int department : departments) {
            add(Bits.present(table.subjectDepartments[department]));
        }
    }

    /** About how much memory these take. */
    long bytes() {
        return Long.BYTES * (long) union.length + Integer.BYTES * ((long) groups.length + departments.length);
    }

    private void add(long[] rules) {
        for (int word = 0; word < union.length; word++) {
            union[word] |= rules[word];
        }
    }
}
