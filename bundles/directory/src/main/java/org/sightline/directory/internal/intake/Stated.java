package org.sightline.directory.internal.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.internal.snapshot.NumberIndex;
import org.sightline.directory.internal.snapshot.SeededHash;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * The things of one kind that a file states, in its order, each with its line. Made to cost little at a million.
 *
 * @param <I> their ids
 * @param <T> the things
 */
final class Stated<I, T> {

    private NumberIndex<I> index = new NumberIndex<>((id, seed) -> SeededHash.of(id.toString(), seed), 16);
    private final List<T> things = new ArrayList<>();
    private long[] lines = new long[16];

    /** Adds a thing; returns false when one with this id is there already. */
    boolean add(long line, I id, T thing) {
        if (has(id)) {
            return false;
        }
        int position = things.size();
        index = index.append(position, id);
        things.add(thing);
        if (position == lines.length) {
            lines = Arrays.copyOf(lines, position * 2);
        }
        lines[position] = line;
        return true;
    }

    int size() {
        return things.size();
    }

    boolean has(I id) {
        return position(id) != DirectorySnapshot.NONE;
    }

    /** Returns the thing's position; NONE when the file does not state it. */
    int position(I id) {
        return index.find(id, things.size());
    }

    T thing(int position) {
        return things.get(position);
    }

    long line(int position) {
        return lines[position];
    }

    /** Returns the thing with an id; null when the file does not state it. */
    @Nullable
    T find(I id) {
        int position = position(id);
        return position == DirectorySnapshot.NONE ? null : things.get(position);
    }

    /** Returns the line that states the thing with an id. */
    long lineOf(I id) {
        return lines[position(id)];
    }

    List<T> things() {
        return things;
    }
}
