package org.sightline.benchmarks.organisation;

/** What sort of organisation is made. */
public enum Shape {
    /** 200 groups of up to one member in a hundred; 500 rules that name members, groups and departments. */
    TYPICAL,

    /** 300 groups that overlap, each of about half of the members; 500 rules from a group to a large department. */
    WORST
}
