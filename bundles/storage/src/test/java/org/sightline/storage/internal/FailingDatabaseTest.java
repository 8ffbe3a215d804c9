package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.StateChange;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;

/** What is left when a database breaks in the middle, and what is said about it. */
final class FailingDatabaseTest {

    private static final TenantKey KEY = new TenantKey("t");

    @TempDir
    Path directory;

    @Test
    void aCommitThatFailsInTheMiddleLeavesNothing() {
        try (Database database = TestDatabase.open(TestDatabase.derbyUrl(directory))) {
            JdbcTenantStore store = new JdbcTenantStore(database);
            TenantState before = create(store);
            StateChange tooLong =
                    new StateChange.PutGroup(new Group(new GroupId("g"), "x".repeat(5000), List.of(), List.of(), null));

            assertThatThrownBy(() ->
                            store.commit(List.of(new TenantCommit(KEY, 1, List.of(put("b"), tooLong), List.of()))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the database refuses to commit changes")
                    .hasCauseInstanceOf(SQLException.class);

            assertThat(store.load(KEY)).contains(before);
            store.commit(List.of(new TenantCommit(KEY, 1, List.of(put("c")), List.of())));
            assertThat(store.load(KEY).orElseThrow().members()).containsExactly(put("a").member(), put("c").member());
        }
    }

    @Test
    void whatWasCommittedIsThereAfterTheDatabaseWasClosedAndOpened() {
        TenantState before;
        try (Database database = TestDatabase.open(TestDatabase.derbyUrl(directory))) {
            before = create(new JdbcTenantStore(database));
        }
        try (Database database = TestDatabase.open(TestDatabase.derbyUrl(directory))) {
            assertThat(new JdbcTenantStore(database).load(KEY)).contains(before);
        }
    }

    @Test
    void aDatabaseThatIsGoneIsUnavailable() {
        Database database = TestDatabase.open(TestDatabase.derbyUrl(directory));
        JdbcTenantStore store = new JdbcTenantStore(database);
        database.close();

        assertThatThrownBy(store::tenants)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("cannot list tenants");
        assertThatThrownBy(() -> new JdbcAnswerStore(database).release("scope", "key"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsUnavailable() {
        String withoutCreating = "jdbc:derby:" + directory.resolve("nowhere");

        assertThatThrownBy(() -> TestDatabase.open(withoutCreating)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aLoadDoesNotWaitForAnotherTenantsWriter() throws SQLException {
        try (Database database = TestDatabase.open(TestDatabase.derbyUrl(directory))) {
            JdbcTenantStore store = new JdbcTenantStore(database);
            TenantState before = create(store);

            TenantState seen = database.transaction("write and look", connection -> {
                lockAllMembers(connection);
                return store.load(KEY).orElseThrow();
            });

            assertThat(seen).isEqualTo(before);
        }
    }

    private static void lockAllMembers(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("update member set to_revision = to_revision")) {
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static TenantState create(JdbcTenantStore store) {
        Tenant tenant = new Tenant(KEY, "Nordwind", Plan.PRO, ZoneId.of("UTC"), null, Locale.ENGLISH, true);
        store.commit(
                List.of(new TenantCommit(KEY, 0, List.of(new StateChange.PutTenant(tenant), put("a")), List.of())));
        return store.load(KEY).orElseThrow();
    }

    private static StateChange.PutMember put(String id) {
        return new StateChange.PutMember(new Member(
                new UserId(id),
                "Zoé",
                Profile.EMPTY,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE));
    }
}
