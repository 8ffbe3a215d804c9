package org.sightline.visibility.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * The object entries that fit a target, with the rules that name them, and which of them is more specific than which.
 * Entry {@code i} is department {@code departments[i]}; the last entry is the member, when a rule names them.
 */
final class TargetEntries {

    /** The target when it is a member that a rule names; -1 otherwise. */
    final int member;

    /** Ascending, so that a department comes before those below it. */
    final int[] departments;

    /** Rules by entry. */
    final long[][] bits;

    /** Rules that name any of these. */
    final long[] union;

    /** By entry: the entries that are at least as specific, itself included, one bit each. */
    final long[][] asSpecific;

    TargetEntries(
            int member,
            long @Nullable [] memberBits,
            int[] departments,
            long[][] departmentBits,
            int[] end,
            int words) {
        this.member = memberBits == null ? -1 : member;
        this.departments = departments;
        int entries = departments.length + (memberBits == null ? 0 : 1);
        bits = new long[entries][];
        System.arraycopy(departmentBits, 0, bits, 0, departments.length);
        if (memberBits != null) {
            bits[departments.length] = memberBits;
        }
        union = new long[words];
        for (long[] rules : bits) {
            for (int word = 0; word < words; word++) {
                union[word] |= rules[word];
            }
        }
        asSpecific = new long[entries][(entries + 63) >>> 6];
        for (int entry = 0; entry < entries; entry++) {
            for (int other = entry; other < entries; other++) {
                boolean below =
                        other == entry || other == departments.length || departments[other] < end[departments[entry]];
                if (below) {
                    asSpecific[entry][other >>> 6] |= 1L << other;
                }
            }
        }
    }

    int size() {
        return bits.length;
    }

    private TargetEntries(TargetEntries whole, int bit) {
        member = whole.member;
        departments = whole.departments;
        asSpecific = whole.asSpecific;
        union = less(whole.union, bit);
        bits = new long[whole.bits.length][];
        for (int entry = 0; entry < bits.length; entry++) {
            bits[entry] = less(whole.bits[entry], bit);
        }
    }

    /** The same entries as if one rule did not name them. */
    TargetEntries without(int bit) {
        return new TargetEntries(this, bit);
    }

    private static long[] less(long[] rules, int bit) {
        long[] left = rules.clone();
        left[bit >>> 6] &= ~(1L << bit);
        return left;
    }
}
