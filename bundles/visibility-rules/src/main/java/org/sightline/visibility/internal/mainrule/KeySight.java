package org.sightline.visibility.internal.mainrule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.Sight;

/** A sight by keys: a viewer sees whoever and whatever has one of the viewer's keys. */
final class KeySight implements MainSight {

    private static final int[] NONE = {};

    private final int[][] ofViewer;
    private final int[][] ofMember;
    private final int[][] ofDepartment;
    private final Map<Integer, int[]> membersByKey;
    private final Map<Integer, int[]> departmentsByKey;

    private KeySight(Sight.Keys keys, DirectorySnapshot directory) {
        Map<Integer, int[]> single = new HashMap<>();
        ofViewer = gather(directory.memberCount(), viewer -> active(directory, viewer, keys::ofViewer), single);
        ofMember = gather(directory.memberCount(), member -> active(directory, member, keys::ofMember), single);
        ofDepartment = gather(directory.departmentCount(), keys::ofDepartment, single);
        membersByKey = byKey(ofMember);
        departmentsByKey = byKey(ofDepartment);
    }

    /** Asks for every active member and every department. */
    static KeySight of(Sight.Keys keys, DirectorySnapshot directory) {
        return new KeySight(keys, directory);
    }

    private static int[] active(DirectorySnapshot directory, int member, IntFunction<int[]> keys) {
        return directory.isActive(member) ? keys.apply(member) : NONE;
    }

    private static int[][] gather(int count, IntFunction<int[]> keys, Map<Integer, int[]> single) {
        int[][] gathered = new int[count][];
        for (int number = 0; number < count; number++) {
            int[] given = keys.apply(number);
            if (given.length == 0) {
                gathered[number] = NONE;
            } else if (given.length == 1) {
                gathered[number] = single.computeIfAbsent(checked(given[0]), key -> new int[] {key});
            } else {
                gathered[number] = Arrays.stream(given)
                        .map(KeySight::checked)
                        .sorted()
                        .distinct()
                        .toArray();
            }
        }
        return gathered;
    }

    private static int checked(int key) {
        if (key < 0) {
            throw new IllegalArgumentException("the key " + key + " is negative");
        }
        return key;
    }

    private static Map<Integer, int[]> byKey(int[][] keysOf) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int[] keys : keysOf) {
            for (int key : keys) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        Map<Integer, int[]> numbers = new HashMap<>();
        for (int number = keysOf.length - 1; number >= 0; number--) {
            for (int key : keysOf[number]) {
                int left = counts.merge(key, -1, Integer::sum);
                numbers.computeIfAbsent(key, unseen -> new int[left + 1])[left] = number;
            }
        }
        return numbers;
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        return share(ofViewer[viewer], ofMember[member]);
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return share(ofViewer[viewer], ofDepartment[department]);
    }

    private static boolean share(int[] left, int[] right) {
        int leftAt = 0;
        int rightAt = 0;
        while (leftAt < left.length && rightAt < right.length) {
            int difference = Integer.compare(left[leftAt], right[rightAt]);
            if (difference == 0) {
                return true;
            }
            if (difference < 0) {
                leftAt++;
            } else {
                rightAt++;
            }
        }
        return false;
    }

    @Override
    public Listing listing(int viewer) {
        return new Listing.Numbers(
                listener -> tell(viewer, membersByKey, listener), listener -> tell(viewer, departmentsByKey, listener));
    }

    private void tell(int viewer, Map<Integer, int[]> numbers, IntConsumer listener) {
        for (int key : ofViewer[viewer]) {
            for (int number : numbers.getOrDefault(key, NONE)) {
                listener.accept(number);
            }
        }
    }
}
