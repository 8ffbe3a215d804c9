package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.GrantedPermissions;
import org.sightline.trust.PartyView;
import org.sightline.trust.RequestView;
import org.sightline.trust.RuleView;
import org.sightline.trust.TenantName;
import org.sightline.trust.TrustQuota;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

class TrustCommandsTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
    private static final TenantKey NORTH = new TenantKey("north");
    private static final TenantKey ACME = World.ACME.key();

    private final World world = new World();

    @TempDir
    Path folder;

    private final PartyView party = new PartyView(
            new TrustedParty(NORTH, "r1", SINCE, ACME, SharingScope.EVERYONE, TrustAccess.SEARCH_ONLY, null),
            new TenantName(NORTH, "The North"),
            new GrantedPermissions(
                    new TrustPermissions(TrustAccess.SEARCH_ONLY, TrustPermissions.DEFAULT.fields()), true, false),
            new SharingScope(false, List.of(new DepartmentId("sales")), List.of()),
            TrustPermissions.DEFAULT,
            new TrustQuota(10, 1),
            Optional.empty());

    private final TrustRelations relations = Fake.of(TrustRelations.class)
            .on("all", nothing -> List.of(party))
            .on("with", nothing -> party)
            .service();

    private final CollaborationRules rules = Fake.of(CollaborationRules.class)
            .on(
                    "towards",
                    nothing -> List.of(new RuleView(
                            new CollaborationRule(
                                    new RuleId("lab-sees-sales"),
                                    SINCE,
                                    new Subjects(List.of(), List.of(), List.of(DepartmentId.ROOT)),
                                    new Targets(List.of(), List.of(new DepartmentId("sales")))),
                            true,
                            false)))
            .service();

    @Test
    void listsParties() throws CommandException {
        TrustListCommand command = new TrustListCommand();
        command.tenantKey = "acme";
        command.snapshots = world.snapshots();
        command.relations = relations;
        assertThat(new Console(folder).run(command))
                .containsPattern("north +\u2502 The North +\u2502 active +\u2502 2026-03-01T09:00:00Z +\u2502 acme")
                .contains("everyone", "1 departments, 0 users");
        command.json = true;
        assertThat(new Console(folder).run(command))
                .startsWith("{\"items\":[{\"partner\":{\"tenant_key\":\"north\",\"name\":\"The North\"}")
                .contains("\"granted_to_us\":{\"share\":{\"all\":false,\"department_count\":1,\"user_count\":0}");
        command.relations = null;
        assertThat(new Console(folder).refusal(command)).contains("`trusted-party` is off");
    }

    @Test
    void showsOnePartyWithItsRules() throws CommandException {
        TrustShowCommand command = new TrustShowCommand();
        command.tenantKey = "acme";
        command.partnerKey = "north";
        command.snapshots = world.snapshots();
        command.relations = relations;
        command.rules = rules;
        assertThat(new Console(folder).run(command))
                .containsPattern("browse +\u2502 false +\u2502 true")
                .containsPattern("quota +\u2502 1 of 10")
                .containsPattern("lab-sees-sales +\u2502 0 users, 0 groups, 1 departments +\u2502 true");
        command.json = true;
        assertThat(new Console(folder).run(command))
                .contains("\"source\":{\"access\":\"custom\",\"fields\":\"default\"}");
    }

    @Test
    void listsRequests() throws CommandException {
        TrustRequestsCommand command = new TrustRequestsCommand();
        command.tenantKey = "acme";
        command.snapshots = world.snapshots();
        command.requests = Fake.of(TrustRequests.class)
                .on("viewOf", nothing -> (Function<TrustRequest, RequestView>) TrustCommandsTest::view)
                .service();
        assertThat(new Console(folder).run(command)).contains("No requests.");
        world.trust = world.trust.with(List.of(new TrustChange.PutRequest(new TrustRequest(
                "q1", NORTH, ACME, RequestState.PENDING, SharingScope.NOBODY, TrustAccess.FULL, SINCE, null))));
        assertThat(new Console(folder).run(command))
                .containsPattern("q1 +\u2502 pending +\u2502 north +\u2502 acme +\u2502 nobody");
        command.json = true;
        command.pending = true;
        assertThat(new Console(folder).run(command)).contains("\"request_id\":\"q1\",\"state\":\"pending\"");
    }

    private static RequestView view(TrustRequest request) {
        return new RequestView(request, new TenantName(NORTH, "The North"), new TenantName(ACME, "Acme"), false);
    }
}
