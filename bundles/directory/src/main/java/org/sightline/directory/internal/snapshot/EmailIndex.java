package org.sightline.directory.internal.snapshot;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * Remembers which members may have which email. It only ever learns: an entry may speak of an address the member no
 * longer has or does not have yet in the snapshot that asks, so every candidate is checked against that snapshot.
 * That is why all snapshots of a tenant can share one.
 */
public final class EmailIndex {

    private final long seed = ThreadLocalRandom.current().nextLong();
    private volatile Table table;
    private int size;

    EmailIndex(int expectedSize) {
        this.table = new Table(Math.max(16, expectedSize));
    }

    /** Returns the form in which two addresses are the same address. */
    public static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Returns a member who may have the email and whom the check confirms; NONE when there is none. */
    int find(String emailKey, IntPredicate check) {
        int hash = hashOf(emailKey);
        Table now = table;
        int slot = hash & now.mask;
        while (now.numbers[slot] != 0) {
            int number = now.numbers[slot] - 1;
            if (now.hashes[slot] == hash && check.test(number)) {
                return number;
            }
            slot = (slot + 1) & now.mask;
        }
        return DirectorySnapshot.NONE;
    }

    /** Learns that a member has an email. */
    synchronized void learn(String emailKey, int number) {
        if (size >= table.capacity) {
            table = grown(table);
        }
        if (table.add(hashOf(emailKey), number)) {
            size++;
        }
    }

    /** Returns how many entries there are, outdated ones included. */
    synchronized int size() {
        return size;
    }

    private int hashOf(String emailKey) {
        return (int) SeededHash.of(emailKey, seed);
    }

    private static Table grown(Table old) {
        Table larger = new Table(old.capacity * 2);
        for (int slot = 0; slot <= old.mask; slot++) {
            if (old.numbers[slot] != 0) {
                larger.add(old.hashes[slot], old.numbers[slot] - 1);
            }
        }
        return larger;
    }

    private static final class Table {

        private final int[] hashes;
        private final int[] numbers;
        private final int mask;
        private final int capacity;

        Table(int capacity) {
            int slotCount = Integer.highestOneBit(capacity * 3 / 2) * 2;
            this.hashes = new int[slotCount];
            this.numbers = new int[slotCount];
            this.mask = slotCount - 1;
            this.capacity = capacity;
        }

        boolean add(int hash, int number) {
            int slot = hash & mask;
            while (numbers[slot] != 0) {
                if (hashes[slot] == hash && numbers[slot] == number + 1) {
                    return false;
                }
                slot = (slot + 1) & mask;
            }
            // The hash first: a reader who sees the number must find the hash, or take the entry for another's.
            hashes[slot] = hash;
            numbers[slot] = number + 1;
            return true;
        }
    }
}
