package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * Rules as bits: every subject and object entry knows the rules that name it. The rules of a set fill words of their
 * own, so that "does any rule of set 1 join these two" is an AND of a few words. Entries that name nobody known have no
 * bits and so no effect.
 */
final class RuleTable {

    /** By bit; empty bits between the sets are null. */
    private final @Nullable Rule[] rules;

    /** Set {@code s} fills the words from {@code firstWord[s]} up to {@code firstWord[s + 1]}. */
    final int[] firstWord;

    /** The bits of the rules that hide. */
    final long[] hiding;

    /** By department; null where no rule names it. */
    final long[] @Nullable [] subjectDepartments;

    /** By department; null where no rule names it. */
    final long[] @Nullable [] objectDepartments;

    /** By group number of the layout; null where no rule names it. */
    final long[] @Nullable [] subjectGroups;

    private final Map<Integer, long[]> subjectMembers;
    private final Map<Integer, long[]> objectMembers;

    /** Members named by rules whom the directory does not know. */
    private final Set<UserId> unknown;

    RuleTable(VisibilityPolicy policy, DirectorySnapshot directory, Layout layout) {
        firstWord = new int[VisibilityPolicy.MAX_RULE_SETS + 1];
        rules = arrange(policy, firstWord);
        hiding = new long[words()];
        subjectDepartments = new long[layout.places.departmentCount][];
        objectDepartments = new long[layout.places.departmentCount][];
        subjectGroups = new long[layout.groups.size()][];
        subjectMembers = new HashMap<>();
        objectMembers = new HashMap<>();
        unknown = new HashSet<>();
        for (int bit = 0; bit < rules.length; bit++) {
            Rule rule = rules[bit];
            if (rule != null) {
                enter(rule, bit, directory, layout);
            }
        }
    }

    /** The same entries under rules of other effects. */
    private RuleTable(RuleTable entries, @Nullable Rule[] rules) {
        this.rules = rules;
        firstWord = entries.firstWord;
        hiding = new long[words()];
        subjectDepartments = entries.subjectDepartments;
        objectDepartments = entries.objectDepartments;
        subjectGroups = entries.subjectGroups;
        subjectMembers = entries.subjectMembers;
        objectMembers = entries.objectMembers;
        unknown = entries.unknown;
        for (int bit = 0; bit < rules.length; bit++) {
            Rule rule = rules[bit];
            if (rule != null && rule.effect() == Effect.HIDDEN) {
                hiding[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /**
     * Returns the table of a policy whose rules have the same entries in the same order; null when they do not.
     *
     * @param policy over a directory of the same content
     */
    @Nullable
    RuleTable withOtherEffects(VisibilityPolicy policy) {
        int[] words = new int[firstWord.length];
        @Nullable Rule[] others = arrange(policy, words);
        if (!Arrays.equals(words, firstWord)) {
            return null;
        }
        for (int bit = 0; bit < others.length; bit++) {
            if (!sameEntries(rules[bit], others[bit])) {
                return null;
            }
        }
        return new RuleTable(this, others);
    }

    private static boolean sameEntries(@Nullable Rule one, @Nullable Rule other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.subjects().equals(other.subjects()) && one.objects().equals(other.objects());
    }

    /** The groups that rules name and that exist, each once. */
    static Set<GroupId> groupsNamed(VisibilityPolicy policy, DirectorySnapshot directory) {
        Set<GroupId> groups = new TreeSet<>();
        policy.rules().forEach(rule -> groups.addAll(rule.subjects().groups()));
        groups.removeIf(group -> directory.group(group).isEmpty());
        return groups;
    }

    /** The members that rules name one by one and that exist. */
    static int[] membersNamed(VisibilityPolicy policy, DirectorySnapshot directory) {
        IntList members = new IntList(64);
        policy.rules().forEach(rule -> {
            addKnown(rule.subjects().members(), directory, members);
            addKnown(rule.objects().members(), directory, members);
        });
        return members.toSortedSet();
    }

    private static void addKnown(List<UserId> ids, DirectorySnapshot directory, IntList members) {
        for (UserId id : ids) {
            int member = directory.memberNumber(id);
            if (member != DirectorySnapshot.NONE) {
                members.add(member);
            }
        }
    }

    private static @Nullable Rule[] arrange(VisibilityPolicy policy, int[] firstWord) {
        List<@Nullable Rule> arranged = new ArrayList<>();
        for (int set = 0; set < VisibilityPolicy.MAX_RULE_SETS; set++) {
            firstWord[set] = arranged.size() >>> 6;
            if (set < policy.ruleSets().size()) {
                arranged.addAll(policy.ruleSets().get(set).rules());
            }
            while ((arranged.size() & 63) != 0) {
                arranged.add(null);
            }
        }
        firstWord[VisibilityPolicy.MAX_RULE_SETS] = arranged.size() >>> 6;
        return arranged.toArray(new @Nullable Rule[0]);
    }

    private void enter(Rule rule, int bit, DirectorySnapshot directory, Layout layout) {
        if (rule.effect() == Effect.HIDDEN) {
            hiding[bit >>> 6] |= 1L << bit;
        }
        enterMembers(rule.subjects().members(), bit, directory, subjectMembers);
        enterMembers(rule.objects().members(), bit, directory, objectMembers);
        enterDepartments(rule.subjects().departments(), bit, directory, subjectDepartments);
        enterDepartments(rule.objects().departments(), bit, directory, objectDepartments);
        for (GroupId group : rule.subjects().groups()) {
            Integer number = layout.groupNumber(group);
            if (number != null && directory.group(group).isPresent()) {
                mark(subjectGroups, number, bit);
            }
        }
    }

    private void enterMembers(List<UserId> ids, int bit, DirectorySnapshot directory, Map<Integer, long[]> entries) {
        for (UserId id : ids) {
            int member = directory.memberNumber(id);
            if (member != DirectorySnapshot.NONE) {
                entries.computeIfAbsent(member, unseen -> new long[words()])[bit >>> 6] |= 1L << bit;
            } else {
                unknown.add(id);
            }
        }
    }

    private void enterDepartments(
            List<DepartmentId> ids, int bit, DirectorySnapshot directory, long[] @Nullable [] entries) {
        for (DepartmentId id : ids) {
            int department = directory.departmentNumber(id);
            if (department != DirectorySnapshot.NONE) {
                mark(entries, department, bit);
            }
        }
    }

    private void mark(long[] @Nullable [] entries, int entry, int bit) {
        long[] bits = entries[entry];
        if (bits == null) {
            bits = new long[words()];
            entries[entry] = bits;
        }
        bits[bit >>> 6] |= 1L << bit;
    }

    int words() {
        return rules.length >>> 6;
    }

    /** How many bits there are; those between the sets belong to no rule. */
    int bits() {
        return rules.length;
    }

    boolean isRule(int bit) {
        return rules[bit] != null;
    }

    /** The set of a rule, counted from 0. */
    int setOf(int bit) {
        int set = 0;
        while (firstWord[set + 1] <= bit >>> 6) {
            set++;
        }
        return set;
    }

    /** The rule behind a bit. */
    Rule rule(int bit) {
        Rule rule = rules[bit];
        if (rule == null) {
            throw new IllegalArgumentException("no rule has bit " + bit);
        }
        return rule;
    }

    /** Whether rules name a member whom the directory did not know. */
    boolean namesUnknown(UserId member) {
        return unknown.contains(member);
    }

    /** The rules that name a member as subject; null for none. */
    long @Nullable [] subjectMember(int member) {
        return subjectMembers.get(member);
    }

    /** The rules that name a member as object; null for none. */
    long @Nullable [] objectMember(int member) {
        return objectMembers.get(member);
    }

    /** Whether two entries meet in a rule of a set. */
    boolean meet(long[] left, long[] right, int set) {
        for (int word = firstWord[set]; word < firstWord[set + 1]; word++) {
            if ((left[word] & right[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether two entries meet in a rule of a set that hides. */
    boolean meetHiding(long[] left, long[] right, int set) {
        for (int word = firstWord[set]; word < firstWord[set + 1]; word++) {
            if ((left[word] & right[word] & hiding[word]) != 0) {
                return true;
            }
        }
        return false;
    }
}
