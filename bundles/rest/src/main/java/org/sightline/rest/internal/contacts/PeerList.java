package org.sightline.rest.internal.contacts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.Peer;
import org.sightline.communication.Peers;
import org.sightline.directory.TenantSnapshot;
import org.sightline.rest.internal.answer.Page;

/** The peers of one member, read when a list comes to them and the same as long as it goes through them. */
final class PeerList implements Supplier<List<Peer>> {

    /** Pins a list that has not come to the peers. */
    private static final long NOT_READ = 0;

    private final @Nullable Peers peers;
    private final TenantSnapshot own;
    private final int viewer;
    private final long pinned;
    private @Nullable List<Peer> read;

    /**
     * Reads nothing yet.
     *
     * @param peers null while communication is switched off, so that nobody has peers
     * @param pins  the page's other pins, the last of which is this list's; empty at the beginning
     */
    PeerList(@Nullable Peers peers, TenantSnapshot own, int viewer, List<Long> pins) {
        this.peers = peers;
        this.own = own;
        this.viewer = viewer;
        this.pinned = pins.isEmpty() ? NOT_READ : pins.get(pins.size() - 1);
    }

    /**
     * Returns the peers.
     *
     * @throws org.sightline.problem.ProblemException {@code page_token_invalid} when they are others than those the list
     *     has begun with
     */
    @Override
    public List<Peer> get() {
        List<Peer> known = read;
        if (known == null) {
            known = peers == null ? List.of() : peers.peersOf(own, viewer);
            if (pinned != NOT_READ && pinned != mark(known)) {
                throw Page.stale();
            }
            read = known;
        }
        return known;
    }

    /** Returns by what the next page knows that they are the same. */
    long pin() {
        return read == null ? pinned : mark(read);
    }

    private static long mark(List<Peer> peers) {
        return UUID.nameUUIDFromBytes(peers.toString().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
