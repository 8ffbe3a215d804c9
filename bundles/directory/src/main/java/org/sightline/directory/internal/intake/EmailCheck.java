package org.sightline.directory.internal.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.internal.snapshot.EmailIndex;
import org.sightline.directory.internal.snapshot.SeededHash;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;

/** Finds members who would have the same email address after the import. */
final class EmailCheck {

    private static final long POSITION = 0xFFFF_FFFFL;

    private final Stated<UserId, Member> members;
    private final DirectorySnapshot now;
    private final Mistakes mistakes;

    EmailCheck(FileContent content, DirectorySnapshot now, Mistakes mistakes) {
        this.members = content.members;
        this.now = now;
        this.mistakes = mistakes;
    }

    void check() {
        checkAgainstOthers();
        checkInFile();
    }

    private void checkAgainstOthers() {
        for (int i = 0; i < members.size(); i++) {
            @Nullable String email = email(members.thing(i));
            int holder = email == null ? DirectorySnapshot.NONE : now.memberNumberByEmail(email);
            if (holder != DirectorySnapshot.NONE
                    && !members.has(now.member(holder).id())) {
                refuse(i, "user `" + now.member(holder).id() + "` has this email address");
            }
        }
    }

    /** Sorts hashes of the addresses instead of keeping a million addresses in a map. */
    private void checkInFile() {
        long seed = System.nanoTime();
        long[] hashes = new long[members.size()];
        int count = 0;
        for (int i = 0; i < members.size(); i++) {
            @Nullable String email = email(members.thing(i));
            if (email != null) {
                hashes[count++] = (SeededHash.of(EmailIndex.key(email), seed) & ~POSITION) | i;
            }
        }
        Arrays.sort(hashes, 0, count);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && (hashes[to] & ~POSITION) == (hashes[from] & ~POSITION)) {
                to++;
            }
            checkEqualHashes(hashes, from, to);
            from = to;
        }
    }

    private void checkEqualHashes(long[] hashes, int from, int to) {
        Map<String, Integer> first = new HashMap<>();
        for (int at = from; at < to && to - from > 1; at++) {
            int position = (int) (hashes[at] & POSITION);
            @Nullable String email = email(members.thing(position));
            @Nullable Integer earlier = email == null ? null : first.putIfAbsent(EmailIndex.key(email), position);
            if (earlier != null) {
                refuse(
                        position,
                        "user `" + members.thing(earlier).id() + "` in line " + members.line(earlier)
                                + " has this email address");
            }
        }
    }

    private void refuse(int position, String detail) {
        mistakes.add(members.line(position), Codes.DUPLICATE_EMAIL, "`/email`: " + detail);
    }

    private static @Nullable String email(Member member) {
        return member.status() == MemberStatus.DELETED ? null : member.profile().email();
    }
}
