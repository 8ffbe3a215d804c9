package org.sightline.directory.internal.snapshot;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * Finds the number of a key, where keys get the numbers 0, 1, 2, … and are never taken back. One index serves a whole
 * line of snapshots: each reads it with its own limit, above which nothing exists for it, so that a later snapshot
 * may add keys while earlier ones are being read.
 *
 * @param <K> the keys; immutable
 */
public final class NumberIndex<K> {

    private static final int SMALLEST = 16;

    private final ToLongBiFunction<K, Long> hash;
    private final long seed;
    private volatile Table table;
    private int size;

    /**
     * Creates an empty index.
     *
     * @param hash a key's hash under a seed, so that nobody can prepare keys that collide
     */
    public NumberIndex(ToLongBiFunction<K, Long> hash, int expectedSize) {
        this.hash = hash;
        this.seed = ThreadLocalRandom.current().nextLong();
        this.table = new Table(Math.max(SMALLEST, expectedSize));
    }

    private NumberIndex(NumberIndex<K> prefix, int size) {
        this(prefix.hash, size + SMALLEST);
        for (int number = 0; number < size; number++) {
            add(prefix.key(number));
        }
    }

    /** Returns the key's number when that is below the limit; {@link DirectorySnapshot#NONE} otherwise. */
    public int find(K key, int limit) {
        Table now = table;
        int slot = slotOf(key, now);
        while (now.slots[slot] != 0) {
            int number = now.slots[slot] - 1;
            // A key that a later snapshot is adding right now may not be visible yet; it is not ours anyway.
            if (key.equals(now.keys[number])) {
                return number < limit ? number : DirectorySnapshot.NONE;
            }
            slot = (slot + 1) & now.mask;
        }
        return DirectorySnapshot.NONE;
    }

    /** Returns the key with a number. */
    @SuppressWarnings("unchecked")
    K key(int number) {
        return (K) Objects.requireNonNull(table.keys[number]);
    }

    /**
     * Adds a key that is not there, with the next number.
     *
     * @param expectedSize how many keys the caller's line of snapshots has
     * @return this index, or a copy when another line of snapshots has already gone on from here
     */
    public synchronized NumberIndex<K> append(int expectedSize, K key) {
        if (size != expectedSize) {
            NumberIndex<K> branch = new NumberIndex<>(this, expectedSize);
            branch.add(key);
            return branch;
        }
        add(key);
        return this;
    }

    private synchronized void add(K key) {
        if (size == table.keys.length) {
            table = grown(table);
        }
        Table now = table;
        now.keys[size] = key;
        place(key, size, now);
        size++;
    }

    private Table grown(Table old) {
        Table larger = new Table(old.keys.length * 2);
        for (int number = 0; number < size; number++) {
            K key = key(number);
            larger.keys[number] = key;
            place(key, number, larger);
        }
        return larger;
    }

    private void place(K key, int number, Table target) {
        int slot = slotOf(key, target);
        while (target.slots[slot] != 0) {
            slot = (slot + 1) & target.mask;
        }
        target.slots[slot] = number + 1;
    }

    private int slotOf(K key, Table in) {
        return (int) (hash.applyAsLong(key, seed) & in.mask);
    }

    @Override
    public String toString() {
        return "NumberIndex" + Arrays.toString(Arrays.copyOf(table.keys, Math.min(size, 10)));
    }

    private static final class Table {

        private final int[] slots;
        private final @Nullable Object[] keys;
        private final int mask;

        Table(int capacity) {
            int slotCount = Integer.highestOneBit(capacity * 3 / 2) * 2;
            this.slots = new int[slotCount];
            this.keys = new @Nullable Object[capacity];
            this.mask = slotCount - 1;
        }
    }
}
