package org.sightline.carefulapprovals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.ApprovalQuestion;

class CarefulApprovalsTest {

    private static final Tenant ACME =
            new Tenant(new TenantKey("acme"), "Acme", Plan.PRO, ZoneId.of("UTC"), null, Locale.ENGLISH, true);

    @ParameterizedTest
    @CsvSource({
        "corehr:person.bank_account:read, Rejected",
        "corehr:person.national_id:write, Rejected",
        "docs:document.content:read, NoOpinion",
        "contact:user.email:readonly, NoOpinion",
        "docs:document:copy, Review",
        "bitable:app, Review"
    })
    void judges(String name, String verdict) {
        Permission permission = new Permission(
                new PermissionName(name),
                Map.of(Locale.ENGLISH, name),
                "test",
                false,
                Map.of(Identity.APP, new PermissionUse(PermissionLevel.ADVANCED, Approval.REVIEW)));
        ApprovalQuestion question = new ApprovalQuestion(
                ACME, new AppId("bot"), "Bot", permission, Identity.APP, null, Approval.AUTO);

        assertThat(new CarefulApprovals().judge(question).getClass().getSimpleName())
                .isEqualTo(verdict);
    }
}
