package org.sightline.apps.internal.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.apps.internal.FewPermissions;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.ApprovalRules.ApprovalException;
import org.sightline.apps.model.ApprovalRules.ByLevel;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.PermissionLevel;

/** The recommended table, level by identity by mark, as submissions meet it; and tables that tenants made of it. */
class ApprovalMatrixTest {

    private final Releases app = new Releases();

    private static String name(PermissionLevel level, Identity identity, boolean marked) {
        return "p:" + level.key() + (marked ? FewPermissions.MARKED : "") + "@" + identity.key();
    }

    private void decides(String permission, Approval expected) {
        AppVersion version = app.submit("1", null, permission);
        PermissionDecision decision = version.decisions().get(0);
        assertThat(decision.state())
                .as(permission)
                .isEqualTo(expected == Approval.AUTO ? DecisionState.GRANTED : DecisionState.PENDING);
        assertThat(decision.by()).isEqualTo(Decider.RULE);
        assertThat(app.granted()).isEqualTo(expected == Approval.AUTO ? List.of(permission) : List.of());
        assertThat(app.tenant.apps().reviews()).hasSize(expected == Approval.AUTO ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_SENSITIVE, APP,  false, AUTO",
        "NON_SENSITIVE, USER, false, AUTO",
        "ADVANCED,      APP,  false, REVIEW",
        "ADVANCED,      USER, false, AUTO",
        "NON_SENSITIVE, APP,  true,  AUTO",
        "NON_SENSITIVE, USER, true,  REVIEW",
        "ADVANCED,      APP,  true,  REVIEW",
        "ADVANCED,      USER, true,  REVIEW"
    })
    void theRecommendedTable(PermissionLevel level, Identity identity, boolean marked, Approval expected) {
        decides(name(level, identity, marked), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_SENSITIVE, APP,  false, REVIEW",
        "NON_SENSITIVE, USER, false, REVIEW",
        "ADVANCED,      APP,  false, AUTO",
        "ADVANCED,      USER, false, REVIEW",
        "NON_SENSITIVE, APP,  true,  REVIEW",
        "NON_SENSITIVE, USER, true,  AUTO",
        "ADVANCED,      APP,  true,  AUTO",
        "ADVANCED,      USER, true,  AUTO"
    })
    void theOppositeTable(PermissionLevel level, Identity identity, boolean marked, Approval expected) {
        app.put(new ApprovalRules(
                new ByLevel(Approval.REVIEW, Approval.AUTO),
                new ByLevel(Approval.REVIEW, Approval.REVIEW),
                Approval.AUTO,
                List.of()));
        decides(name(level, identity, marked), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_SENSITIVE, APP,  false",
        "NON_SENSITIVE, USER, false",
        "ADVANCED,      APP,  false",
        "ADVANCED,      USER, false",
        "NON_SENSITIVE, APP,  true",
        "NON_SENSITIVE, USER, true",
        "ADVANCED,      APP,  true",
        "ADVANCED,      USER, true"
    })
    void anExceptionTurnsOneCellAroundAndNoOther(PermissionLevel level, Identity identity, boolean marked) {
        String turned = name(level, identity, marked);
        Approval byTable = ApprovalRules.RECOMMENDED.byTable(level, identity, marked);
        Approval opposite = byTable == Approval.AUTO ? Approval.REVIEW : Approval.AUTO;
        app.put(ApprovalRules.RECOMMENDED.withExceptions(
                List.of(new ApprovalException(Releases.permission(turned), opposite))));

        AppVersion version = app.submit("1", null, everything());

        assertThat(version.decisions()).hasSize(8).allSatisfy(decision -> {
            Approval expected = decision.permission().toString().equals(turned)
                    ? opposite
                    : ApprovalRules.RECOMMENDED.decide(
                            app.catalogue.find(decision.permission().name()).orElseThrow(),
                            decision.permission().identity());
            assertThat(decision.isPending()).isEqualTo(expected == Approval.REVIEW);
        });
    }

    private static String[] everything() {
        return Stream.of(PermissionLevel.values())
                .flatMap(level -> Stream.of(Identity.values())
                        .flatMap(identity -> Stream.of(name(level, identity, false), name(level, identity, true))))
                .toArray(String[]::new);
    }
}
