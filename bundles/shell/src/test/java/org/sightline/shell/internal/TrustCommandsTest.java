package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.Committed;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.GrantedPermissions;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.PartyView;
import org.sightline.trust.RemovalView;
import org.sightline.trust.RequestView;
import org.sightline.trust.RuleView;
import org.sightline.trust.TenantName;
import org.sightline.trust.TrustInvitations;
import org.sightline.trust.TrustQuota;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRemovals;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustRemoval;
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

    @Test
    void invitesAndPrintsTheLinkOnly() throws CommandException {
        List<Object> terms = new ArrayList<>();
        TrustInviteCommand command = new TrustInviteCommand();
        command.tenantKey = "acme";
        command.singleUse = true;
        command.receiver = "north";
        command.invitations = Fake.of(TrustInvitations.class)
                .on("issue", arguments -> {
                    terms.add(arguments[2]);
                    return new Committed<>(invitation("new"), 1);
                })
                .on("reset", nothing -> new Committed<>(invitation("only"), 1))
                .service();
        assertThat(new Console(folder).run(command)).isEqualToIgnoringNewLines("http://here/i#new");
        assertThat(terms).containsExactly(new InvitationTerms(null, true, NORTH));
        command.reset = true;
        command.json = true;
        assertThat(new Console(folder).run(command)).contains("\"link\":\"http://here/i#only\"");
    }

    private static IssuedInvitation invitation(String code) {
        return new IssuedInvitation(code, "http://here/i#" + code, SINCE, InvitationTerms.OPEN);
    }

    @Test
    void decidesOnRequestsAndOnRemovals() throws CommandException {
        TrustDecideCommand command = new TrustDecideCommand();
        command.tenantKey = "acme";
        command.snapshots = world.snapshots();
        TrustRequest request = new TrustRequest(
                "q1", NORTH, ACME, RequestState.APPROVED, SharingScope.NOBODY, TrustAccess.FULL, SINCE, null);
        TrustRemoval removal = new TrustRemoval("x1", "r1", NORTH, ACME, RequestState.REJECTED, null, SINCE, null);
        world.trust = world.trust.with(List.of(new TrustChange.PutRemoval(removal)));
        command.requests = Fake.of(TrustRequests.class)
                .on("approve", nothing -> new Committed<>(view(request), 1))
                .service();
        command.removals = Fake.of(TrustRemovals.class)
                .on("reject", nothing -> new Committed<>(view(removal), 1))
                .service();
        command.id = "q1";
        command.decision = "approve";
        assertThat(new Console(folder).run(command)).containsPattern("q1 +\u2502 approved");
        command.id = "x1";
        command.decision = "reject";
        assertThat(new Console(folder).run(command)).containsPattern("x1 +\u2502 rejected +\u2502 incoming");
        command.decision = "perhaps";
        assertThat(new Console(folder).refusal(command)).contains("`approve`, `reject` or `withdraw`");
    }

    @Test
    void sharesAndPermits() throws CommandException {
        List<Object> asked = new ArrayList<>();
        TrustRelations changing = Fake.of(TrustRelations.class)
                .on("share", arguments -> {
                    asked.add(arguments[3]);
                    return new Committed<>(party, 1);
                })
                .on("permit", arguments -> {
                    asked.add(arguments[3]);
                    asked.add(arguments[4]);
                    return new Committed<>(party, 1);
                })
                .service();
        TrustShareCommand share = new TrustShareCommand();
        share.tenantKey = "acme";
        share.partnerKey = "north";
        share.departments = List.of("sales");
        share.relations = changing;
        assertThat(new Console(folder).run(share)).contains("north");
        share.all = true;
        assertThat(new Console(folder).refusal(share)).contains("leave the others out");
        TrustPermitCommand permit = new TrustPermitCommand();
        permit.tenantKey = "acme";
        permit.partnerKey = "north";
        permit.access = "find";
        permit.visible = "email, city";
        permit.relations = changing;
        assertThat(new Console(folder).run(permit)).contains("visible fields");
        permit.access = "look";
        assertThat(new Console(folder).refusal(permit)).contains("must be find, browse");
        assertThat(asked)
                .containsExactly(
                        new SharingScope(false, List.of(new DepartmentId("sales")), List.of()),
                        TrustAccess.SEARCH_ONLY,
                        FieldGrants.of(List.of("email", "city"), List.of()));
    }

    @Test
    void addsAndRemovesRules() throws CommandException {
        List<Object> asked = new ArrayList<>();
        CollaborationRules changing = Fake.of(CollaborationRules.class)
                .on("add", arguments -> {
                    asked.add(arguments[4]);
                    CollaborationRule rule = new CollaborationRule(
                            (RuleId) arguments[3], SINCE, (Subjects) arguments[4], (Targets) arguments[5]);
                    return new Committed<>(new RuleView(rule, true, true), 1);
                })
                .on("remove", arguments -> {
                    asked.add(arguments[3]);
                    return new Committed<>(arguments[3], 1);
                })
                .service();
        TrustRuleAddCommand add = new TrustRuleAddCommand();
        add.tenantKey = "acme";
        add.partnerKey = "north";
        add.ruleId = "r9";
        add.subjectDepartments = List.of("0");
        add.objectUsers = List.of("b");
        add.rules = changing;
        assertThat(new Console(folder).run(add))
                .containsPattern("r9 +\u2502 0 users, 0 groups, 1 departments +\u2502 true");
        TrustRuleRemoveCommand remove = new TrustRuleRemoveCommand();
        remove.tenantKey = "acme";
        remove.partnerKey = "north";
        remove.ruleId = "r9";
        remove.rules = changing;
        assertThat(new Console(folder).run(remove)).contains("Removed.");
        assertThat(asked)
                .containsExactly(new Subjects(List.of(), List.of(), List.of(DepartmentId.ROOT)), new RuleId("r9"));
    }

    @Test
    void removesAndListsRemovals() throws CommandException {
        TrustRemoval removal = new TrustRemoval("x1", "r1", ACME, NORTH, RequestState.PENDING, "boss", SINCE, null);
        TrustRemoveCommand command = new TrustRemoveCommand();
        command.tenantKey = "acme";
        command.partnerKey = "north";
        command.removals = Fake.of(TrustRemovals.class)
                .on("remove", nothing -> new Committed<>(Optional.of(view(removal)), 1))
                .service();
        assertThat(new Console(folder).run(command)).contains("has to approve", "x1");
        command.json = true;
        assertThat(new Console(folder).run(command)).contains("\"state\":\"removal_pending\"");
        world.trust = world.trust.with(List.of(new TrustChange.PutRemoval(removal)));
        TrustRemovalsCommand list = new TrustRemovalsCommand();
        list.tenantKey = "acme";
        list.snapshots = world.snapshots();
        list.removals = Fake.of(TrustRemovals.class)
                .on("viewOf", nothing -> (Function<TrustRemoval, RemovalView>) TrustCommandsTest::view)
                .service();
        assertThat(new Console(folder).run(list)).containsPattern("x1 +\u2502 pending +\u2502 outgoing +\u2502 north");
    }

    private static RemovalView view(TrustRemoval removal) {
        return new RemovalView(
                removal, new TenantName(NORTH, "The North"), removal.from().equals(ACME));
    }

    private static RequestView view(TrustRequest request) {
        return new RequestView(request, new TenantName(NORTH, "The North"), new TenantName(ACME, "Acme"), false);
    }
}
