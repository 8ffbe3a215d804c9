package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.store.ImageManifest;
import org.sightline.store.SessionStore.StoredSession;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;

/** An image is of one moment, and filled in as a whole or not at all, only where nothing is. */
public abstract class StoreImageContract extends StoreImageCopyContract {

    private static final int SPOILED_FILES = 12;
    private static final int COMMITS_MEANWHILE = 20;

    @Test
    void sessionsStayBehind() {
        StoredTenant tenant = everything(from);
        StoredSession kept = new StoredSession(
                "digest", tenant.key(), new UserId("z"), Specimens.NOON, Specimens.NOON.plusSeconds(9));
        from.sessions().put(kept);
        write(from);
        fill();

        assertThat(from.sessions().find("digest")).contains(kept);
        assertThat(to.sessions().find("digest")).isEmpty();
    }

    @Test
    void onlyAnEmptyStoreIsFilled() {
        everything(from);
        ImageManifest written = write(from);
        StoredTenant there = new StoredTenant(to.tenants());
        there.create();

        assertRefused(Codes.SERVER_NOT_EMPTY, () -> to.image().check(written));
        assertRefused(Codes.SERVER_NOT_EMPTY, this::fill);
        assertThat(to.tenants().tenants()).hasSize(1);
        assertThat(there.newest().revision()).isEqualTo(1);
    }

    private static void assertRefused(String code, Runnable action) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, action::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.problem().code()).isEqualTo(code);
    }

    @Test
    void aSpoiledFileIsRefusedAndLeavesTheStoreEmpty() throws IOException {
        everything(from);
        write(from);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < SPOILED_FILES; i++) {
            Files.write(file, good);
            int cut = random.nextInt(good.length);
            try (RandomAccessFile spoiled = new RandomAccessFile(file.toFile(), "rw")) {
                spoiled.setLength(cut);
            }
            assertThatThrownBy(this::fill)
                    .as("cut to %s of %s bytes, seed %s", cut, good.length, seed)
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(to.tenants().tenants()).isEmpty();
        assertThat(to.tenants().audit(all(null))).isEmpty();
        Files.write(file, good);
        fill();
        assertThat(to.tenants().tenants()).hasSize(1);
    }

    @Test
    void aFileWithOtherContentsIsRefused() throws IOException {
        everything(from);
        write(from);
        SpoiledZip.replace(file, "tables/member.ndjson", "Zoé", "Zoë");
        assertRefused(Codes.BACKUP_DAMAGED, this::fill);

        Files.write(file, new byte[0]);
        write(from);
        SpoiledZip.replace(file, "manifest.json", "\"table\":\"member\",\"rows\":", "\"table\":\"member\",\"rows\":1");
        assertRefused(Codes.BACKUP_DAMAGED, this::fill);

        Files.write(file, new byte[0]);
        write(from);
        SpoiledZip.remove(file, "tables/audit_entry.ndjson");
        assertRefused(Codes.BACKUP_DAMAGED, this::fill);
        assertThat(to.tenants().tenants()).isEmpty();
    }

    @Test
    void aFileOfAnotherSchemaIsRefused() throws IOException {
        everything(from);
        write(from);
        SpoiledZip.replace(file, "manifest.json", "\"1-tenant\"", "\"0-tenant\"");
        assertRefused(Codes.SCHEMA_MISMATCH, this::fill);
    }

    @Test
    void anImageIsOfOneMomentWhileOthersWrite() throws Exception {
        StoredTenant left = new StoredTenant(from.tenants());
        StoredTenant right = new StoredTenant(from.tenants());
        left.create();
        right.create();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger commits = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(COMMITS_MEANWHILE);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; !enough.get(); i++) {
                commitToBoth(left, right, i);
                commits.incrementAndGet();
                begun.countDown();
            }
        });
        try {
            assertThat(begun.await(1, TimeUnit.MINUTES))
                    .as("the writer has begun")
                    .isTrue();
            int before = commits.get();
            write(from);
            int after = commits.get();
            enough.set(true);
            writer.join();
            fill();

            TenantState copied = to.tenants().load(left.key()).orElseThrow();
            assertThat(copied.revision())
                    .as("neither older nor newer than the write")
                    .isBetween(before + 1L, after + 2L);
            assertThat(to.tenants().revision(right.key())).hasValue(copied.revision());
            for (StoredTenant each : List.of(left, right)) {
                StoredTenant.assertSame(
                        to.tenants().load(each.key()).orElseThrow(),
                        from.tenants().loadAt(each.key(), copied.revision()).orElseThrow());
                assertThat(to.tenants().audit(all(each.key()))).hasSize((int) copied.revision());
                assertThat(to.notifications().newest(each.key(), ANNA, Long.MAX_VALUE, 100_000))
                        .hasSize((int) copied.revision() - 1);
            }
        } finally {
            enough.set(true);
        }
    }

    private void commitToBoth(StoredTenant left, StoredTenant right, int round) {
        from.tenants()
                .commit(Stream.of(left, right)
                        .map(each -> new TenantCommit(
                                each.key(),
                                round,
                                List.of(
                                        new PutTenant(Specimens.tenant(each.key())),
                                        new PutMember(Specimens.member("m" + round, "Member " + round))),
                                List.of(Specimens.entry(round + 1)),
                                List.of(Specimens.notice(NoticeType.TRUST_REMOVED, ANNA))))
                        .toList());
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        everything(from);
        write(from);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(new HashSet<>(write(from).schema())).contains("1-tenant").hasSizeGreaterThan(10);
    }
}
