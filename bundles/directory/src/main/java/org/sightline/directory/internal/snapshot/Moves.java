package org.sightline.directory.internal.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Which members a change touched, as far as it pays to know: lists that were computed for the snapshot before are
 * patched after few, and computed anew after many.
 */
final class Moves {

    private static final int FEW = 4096;

    private final List<Move> moves = new ArrayList<>();
    private boolean many;

    /** A touched member, and where they were before; {@link #NOWHERE} for a new one. */
    record Move(int member, int placementBefore) {}

    static final int NOWHERE = -1;

    void add(int member, int placementBefore) {
        if (moves.size() == FEW) {
            many = true;
            moves.clear();
        }
        if (!many) {
            moves.add(new Move(member, placementBefore));
        }
    }

    boolean many() {
        return many;
    }

    /** Returns the moves in order; a member may appear more than once. */
    List<Move> list() {
        return moves;
    }
}
