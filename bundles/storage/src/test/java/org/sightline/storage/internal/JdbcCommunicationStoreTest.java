package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.tables.MobileKeys;
import org.sightline.store.CommunicationStore;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.CommunicationStoreContract;

final class JdbcCommunicationStoreTest extends CommunicationStoreContract {

    private static final int MORE_THAN_A_STEP = 5_003;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CommunicationStore communication() {
        return new JdbcCommunicationStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }

    @Test
    void numbersStoredBeforeThereWasAColumnForThemAreFilledInOnce() {
        TenantKey tenant = TenantKey.random();
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(
                new Tenant(tenant, "Old", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true)));
        IntStream.range(0, MORE_THAN_A_STEP)
                .mapToObj(number -> new StateChange.PutMember(member(number)))
                .forEach(changes::add);
        tenants().commit(List.of(new TenantCommit(tenant, 0, changes, List.of())));
        run("update member set mobile_key = null where tenant_key = '" + tenant + "'");
        PhoneNumber last = PhoneNumber.of(mobile(MORE_THAN_A_STEP - 1)).orElseThrow();
        assertThat(communication().membersWithPhone(last)).isEmpty();

        fill();
        assertThat(communication().membersWithPhone(last))
                .containsExactly(new Person(tenant, new UserId("m" + (MORE_THAN_A_STEP - 1))));

        run("update member set mobile_key = null where tenant_key = '" + tenant + "'");
        fill();
        assertThat(communication().membersWithPhone(last))
                .as("filled a second time")
                .isEmpty();
    }

    private static void fill() {
        DATABASE.get().transaction("fill", connection -> {
            MobileKeys.fill(connection);
            return true;
        });
    }

    private static void run(String sql) {
        DATABASE.get().transaction("run", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private static Member member(int number) {
        return new Member(
                new UserId("m" + number),
                "M",
                new Profile(null, null, mobile(number), null, null, null, null),
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    private static String mobile(int number) {
        return "+1 555 77 " + number;
    }
}
