package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.AuditQuery;
import org.sightline.store.ImageManifest;
import org.sightline.store.ImageManifest.TableContents;
import org.sightline.store.NotificationStore;
import org.sightline.store.SessionStore;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutPassword;
import org.sightline.store.StoreImage;
import org.sightline.store.StoreImage.Heading;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** An image of one database filled into another one gives the same answers and has the same checksums. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class StoreImageCopyContract {

    static final UserId ANNA = new UserId("anna");

    /** Where the numbers and the last word of a restore are told apart from what was carried over. */
    private static final Set<String> CHANGED_BY_RESTORE = Set.of("audit_entry");

    @TempDir
    Path folder;

    Stores from;
    Stores to;
    Path file;

    /** A database and the stores on it. */
    public interface Stores extends AutoCloseable {

        /** Returns the tenants. */
        TenantStore tenants();

        /** Returns the cards. */
        NotificationStore notifications();

        /** Returns the sessions. */
        SessionStore sessions();

        /** Returns the image. */
        StoreImage image();

        @Override
        void close();
    }

    /** Returns stores on a new database, of which the image is made. */
    protected abstract Stores from();

    /** Returns stores on a new database, into which it is filled. */
    protected abstract Stores to();

    @BeforeEach
    void open() throws IOException {
        from = from();
        to = to();
        file = Files.createFile(folder.resolve("image.zip"));
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private static Heading heading() {
        return new Heading(Specimens.NOON, "mark");
    }

    final ImageManifest write(Stores of) {
        return of.image().write(file, folder, heading(), rows -> {});
    }

    final ImageManifest fill() {
        return to.image().fill(file, Specimens.dropped(new TenantKey("restored")), rows -> {});
    }

    static StoredTenant everything(Stores in) {
        StoredTenant tenant = new StoredTenant(in.tenants());
        tenant.commit(Specimens.everything(tenant.key()).toArray(StateChange[]::new));
        tenant.commit(new PutMember(Specimens.member("later", "Später")));
        tenant.commit(new PutMember(Specimens.gone("a")), new PutPassword(new UserId("z"), "hash of z"));
        in.tenants()
                .commit(List.of(new TenantCommit(
                        tenant.key(),
                        3,
                        List.of(new PutMember(Specimens.member("last", "Last"))),
                        List.of(Specimens.entry(4)),
                        List.of(Specimens.notice(NoticeType.TRUST_REMOVED, ANNA)))));
        return tenant;
    }

    @Test
    void everythingIsCarriedOverWithItsPast() {
        StoredTenant one = everything(from);
        StoredTenant two = new StoredTenant(from.tenants());
        two.create();
        from.image().note(Specimens.dropped(new TenantKey("noted")));

        ImageManifest written = write(from);
        assertThat(to.image().read(file)).isEqualTo(written);
        assertThat(fill()).isEqualTo(written);

        assertThat(to.tenants().tenants()).isEqualTo(from.tenants().tenants());
        for (long revision = 1; revision <= 4; revision++) {
            StoredTenant.assertSame(
                    to.tenants().loadAt(one.key(), revision).orElseThrow(),
                    from.tenants().loadAt(one.key(), revision).orElseThrow());
        }
        assertThat(to.tenants().audit(all(one.key()))).isEqualTo(from.tenants().audit(all(one.key())));
        assertThat(to.tenants().audit(all(null)))
                .hasSize(from.tenants().audit(all(null)).size() + 1)
                .endsWith(from.tenants().audit(all(null)).get(0));
        assertThat(to.notifications().newest(one.key(), ANNA, Long.MAX_VALUE, 9))
                .isEqualTo(from.notifications().newest(one.key(), ANNA, Long.MAX_VALUE, 9))
                .hasSize(1);
        assertThat(written.tenants())
                .extracting(ImageManifest.TenantRevision::tenantKey)
                .containsExactlyInAnyOrder(one.key().value(), two.key().value());
        assertThat(written.rowCount()).isGreaterThan(50);
    }

    @Test
    void theCopyHasTheSameChecksums() throws IOException {
        everything(from);
        ImageManifest written = write(from);
        fill();

        Files.write(file, new byte[0]);
        assertThat(contents(write(to))).isEqualTo(contents(written)).hasSizeGreaterThan(25);
    }

    private static Map<String, TableContents> contents(ImageManifest manifest) {
        return manifest.tables().stream()
                .filter(table -> !CHANGED_BY_RESTORE.contains(table.table()))
                .collect(Collectors.toMap(TableContents::table, table -> table));
    }

    @Test
    void theCopyGoesOnWhereTheOriginalStood() {
        StoredTenant tenant = everything(from);
        write(from);
        fill();

        to.tenants()
                .commit(List.of(new TenantCommit(
                        tenant.key(),
                        4,
                        List.of(new PutMember(Specimens.member("after", "After"))),
                        List.of(Specimens.entry(5)),
                        List.of(Specimens.notice(NoticeType.TRUST_REMOVED, ANNA)))));

        assertThat(to.tenants().load(tenant.key()).orElseThrow().members())
                .hasSize(from.tenants()
                                .load(tenant.key())
                                .orElseThrow()
                                .members()
                                .size()
                        + 1);
        assertThat(to.notifications().newest(tenant.key(), ANNA, Long.MAX_VALUE, 9))
                .hasSize(2);
        StoredTenant another = new StoredTenant(to.tenants());
        another.create();
        assertThat(another.newest().revision()).isEqualTo(1);
    }

    static AuditQuery all(@Nullable TenantKey tenant) {
        return new AuditQuery(tenant, null, null, null, null, null, 0, 100_000);
    }
}
