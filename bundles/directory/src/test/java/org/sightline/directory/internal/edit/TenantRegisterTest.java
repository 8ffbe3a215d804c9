package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;
import static org.sightline.problem.ProblemKind.CONFLICT;
import static org.sightline.problem.ProblemKind.INVALID;
import static org.sightline.problem.ProblemKind.NOT_FOUND;
import static org.sightline.problem.ProblemKind.PRECONDITION_FAILED;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantDeparture;
import org.sightline.directory.Tenants.FirstAdministrator;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.Refused;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AuditQuery;
import org.sightline.visibility.model.VisibilityPolicy;

class TenantRegisterTest {

    private static final TenantKey GLOBEX = new TenantKey("globex");

    private final EditedAcme acme = new EditedAcme();

    private static Tenant globex(String name) {
        return new Tenant(GLOBEX, name, Plan.STARTER, ZoneOffset.UTC, "eu", Locale.GERMAN, true);
    }

    @Test
    void createsATenantWithItsFirstAdministrator() {
        Member boss = Acme.member("boss");
        assertThat(acme.register
                        .create(actor(), globex("Globex"), new FirstAdministrator(boss, "hash"))
                        .revision())
                .isEqualTo(1);
        DirectorySnapshot directory = acme.live.current(GLOBEX).directory();
        assertThat(directory.department(0).name()).isEqualTo("Globex");
        assertThat(directory.membersDirectlyIn(0)).containsExactly(0);
        assertThat(directory.administrators())
                .extracting(Administrator::primary)
                .containsExactly(true);
        assertThat(acme.live.current(GLOBEX).policy()).isEqualTo(VisibilityPolicy.DEFAULT);
        assertThat(acme.register.list()).extracting(Tenant::key).containsExactly(KEY, GLOBEX);
        assertThat(acme.store.audit(new AuditQuery(GLOBEX, null, null, null, null, null, 0, 9)))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("tenant.create", "user.create", "admin.create");
        assertThat(acme.store.audit(new AuditQuery(null, null, null, null, null, null, 0, 9)))
                .extracting(AuditEntry::action)
                .contains("tenant.create");
    }

    @Test
    void keysAreUsedOnceAndFaultsPointIntoTheRequest() {
        Refused.when(() -> acme.register.create(actor(), Acme.TENANT, null))
                .as(CONFLICT, "duplicate_id")
                .faults("/tenant_key", "duplicate_id");
        Member wrong = EditedAcme.withEmail(EditedAcme.named(Acme.member("boss"), ""), "x");
        Refused.when(() -> acme.register.create(actor(), globex("\n"), new FirstAdministrator(wrong, "hash")))
                .as(INVALID, "invalid")
                .faults(
                        "/name", "invalid",
                        "/primary_admin/name", "invalid",
                        "/primary_admin/email", "invalid");
        Refused.when(() -> acme.live.current(GLOBEX)).as(NOT_FOUND, "not_found");
    }

    @Test
    void renamesTheRootWithTheTenant() {
        acme.register.update(
                KEY,
                actor(),
                Expectation.any(),
                old -> new Tenant(KEY, "Acme\u0301", old.plan(), old.timeZone(), "eu", Locale.JAPAN, false));
        assertThat(acme.now().directory().tenant().name()).isEqualTo("Acm\u00e9");
        assertThat(acme.department("0").name()).isEqualTo("Acm\u00e9");
        assertThat(acme.audit()).containsExactlyInAnyOrder("2 tenant.update acme", "2 department.update 0");
        assertThat(acme.register
                        .update(KEY, actor(), Expectation.any(), old -> old)
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void refusesAnotherKeyAndWrongExpectations() {
        Refused.when(() -> acme.register.update(KEY, actor(), Expectation.any(), old -> globex("")))
                .as(INVALID, "invalid")
                .faults("/tenant_key", "immutable_field", "/name", "invalid");
        Refused.when(() -> acme.register.update(KEY, actor(), present -> false, old -> old))
                .as(PRECONDITION_FAILED, "revision_mismatch");
        Refused.when(() -> acme.register.update(GLOBEX, actor(), Expectation.any(), old -> old))
                .as(NOT_FOUND, "not_found");
    }

    @Test
    void putsOthersAffairsInOrderBeforeATenantIsDeleted() {
        List<TenantKey> leaving = new ArrayList<>();
        TenantDeparture departure = (tenant, actor) -> {
            assertThat(acme.register.list()).extracting(Tenant::key).contains(tenant);
            leaving.add(tenant);
        };
        acme.register.addDeparture(departure);
        Refused.when(() -> acme.register.delete(new TenantKey("unknown"), actor()))
                .as(NOT_FOUND, "not_found");
        acme.register.delete(KEY, actor());
        assertThat(leaving).containsExactly(KEY);

        acme.register.removeDeparture(departure);
        acme.register.create(actor(), Acme.TENANT, null);
        acme.register.delete(KEY, actor());
        assertThat(leaving).hasSize(1);
    }

    @Test
    void deletesForGoodAndTheKeyIsFreeAgain() {
        acme.member("anna", "0");
        acme.register.delete(KEY, actor());
        Refused.when(() -> acme.now()).as(NOT_FOUND, "not_found");
        Refused.when(() -> acme.member("ben", "0")).as(NOT_FOUND, "not_found");
        Refused.when(() -> acme.register.delete(KEY, actor())).as(NOT_FOUND, "not_found");
        assertThat(acme.register.list()).isEmpty();
        assertThat(acme.store.audit(new AuditQuery(null, null, null, null, null, null, 0, 9)))
                .extracting(AuditEntry::action, AuditEntry::objectId)
                .contains(org.assertj.core.groups.Tuple.tuple("tenant.delete", "acme"));
        acme.register.create(actor(), Acme.TENANT, null);
        assertThat(acme.now().directory().memberNumber(new UserId("anna"))).isEqualTo(DirectorySnapshot.NONE);
        assertThat(acme.member("anna", "0")).isEqualTo(2);
    }
}
