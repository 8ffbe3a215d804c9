package org.sightline.benchmarks.reference;

import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A policy as rules of one subject entry and one object entry each, everything by number, and the order of precision
 * between them: what every reference is modelled from.
 */
final class Entries {

    /** The kinds of entries, less precise ones first. */
    enum Kind {
        DEPARTMENT(0),
        GROUP(1),
        MEMBER(2);

        /** Stands for the kind in tables. */
        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /**
     * A subject or an object.
     *
     * @param kind   what it names
     * @param number which one: a member's or department's number in the directory, a group's position in its list
     */
    record Entry(Kind kind, int number) {}

    /**
     * A rule with one subject and one object.
     *
     * @param set 0 or 1
     */
    record Pair(int set, Entry subject, Entry object, boolean hidden) {}

    private final DirectorySnapshot directory;
    private final List<GroupId> groups;

    Entries(DirectorySnapshot directory) {
        this.directory = directory;
        this.groups = directory.groups().stream().map(group -> group.id()).toList();
    }

    List<GroupId> groups() {
        return groups;
    }

    /** Returns the rules in the order of the policy. */
    List<Pair> of(VisibilityPolicy policy) {
        List<Pair> pairs = new ArrayList<>();
        for (int set = 0; set < policy.ruleSets().size(); set++) {
            for (Rule rule : policy.ruleSets().get(set).rules()) {
                for (Entry subject : subjects(rule)) {
                    for (Entry object : objects(rule)) {
                        pairs.add(new Pair(set, subject, object, rule.effect() == Effect.HIDDEN));
                    }
                }
            }
        }
        return pairs;
    }

    private List<Entry> subjects(Rule rule) {
        List<Entry> entries = new ArrayList<>();
        rule.subjects().members().forEach(id -> entries.add(new Entry(Kind.MEMBER, directory.memberNumber(id))));
        rule.subjects().groups().forEach(id -> entries.add(new Entry(Kind.GROUP, groups.indexOf(id))));
        rule.subjects()
                .departments()
                .forEach(id -> entries.add(new Entry(Kind.DEPARTMENT, directory.departmentNumber(id))));
        return entries;
    }

    private List<Entry> objects(Rule rule) {
        List<Entry> entries = new ArrayList<>();
        rule.objects().members().forEach(id -> entries.add(new Entry(Kind.MEMBER, directory.memberNumber(id))));
        rule.objects()
                .departments()
                .forEach(id -> entries.add(new Entry(Kind.DEPARTMENT, directory.departmentNumber(id))));
        return entries;
    }

    /** Whether some question is matched by both pairs and the first one then outranks the second. */
    boolean canOutrank(Pair one, Pair other) {
        return one.set() == other.set()
                && atLeast(one.subject(), other.subject())
                && atLeast(one.object(), other.object())
                && !(one.subject().equals(other.subject()) && one.object().equals(other.object()));
    }

    private boolean atLeast(Entry one, Entry other) {
        if (one.equals(other)) {
            return true;
        }
        if (one.kind() == Kind.DEPARTMENT && other.kind() == Kind.DEPARTMENT) {
            return liesIn(one.number(), other.number());
        }
        if (one.kind() == Kind.MEMBER && other.kind() == Kind.DEPARTMENT) {
            for (int department : directory.departmentsOf(one.number())) {
                if (liesIn(department, other.number())) {
                    return true;
                }
            }
            return false;
        }
        // A member and a group, a group and a department: whoever is in both decides when the question is asked.
        return one.kind().compareTo(other.kind()) > 0;
    }

    private boolean liesIn(int department, int above) {
        return department >= above && department < directory.subtreeEnd(above);
    }

    /** Returns a number that is larger for whatever outranks. */
    int precision(Pair pair) {
        return precision(pair.subject()) + precision(pair.object());
    }

    private int precision(Entry entry) {
        return switch (entry.kind()) {
            case MEMBER -> 2_000;
            case GROUP -> 1_000;
            case DEPARTMENT -> depth(entry.number());
        };
    }

    private int depth(int department) {
        int depth = 0;
        for (int at = department; directory.parentOf(at) != DirectorySnapshot.NONE; at = directory.parentOf(at)) {
            depth++;
        }
        return depth;
    }
}
