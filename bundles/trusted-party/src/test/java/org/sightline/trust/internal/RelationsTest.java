package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.EXT;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.TenantKey;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.PartyView;
import org.sightline.trust.SharedEntry;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustSettings;

class RelationsTest {

    private static final FieldGrants CITY = FieldGrants.of(List.of("city"), List.of("city"));
    private static final FieldGrants EMAIL = FieldGrants.of(List.of("email"), List.of());

    private final Server server = new Server(new InMemoryTenantStore(), new TestClock());
    private final TenantKey north = server.found("north", Plan.STARTER, null);
    private final TenantKey light = server.found("light", Plan.PRO, null);

    @BeforeEach
    void connect() {
        server.connect(light, north);
    }

    @AfterEach
    void stop() {
        server.calls.close();
    }

    private PartyView seen(TenantKey own, TenantKey partner) {
        return server.relations.with(server.now(own), partner);
    }

    private void permit(TrustAccess access, FieldGrants fields) {
        server.relations.permit(north, EXT, light, access, fields, any -> true);
    }

    private void putDefaults(TrustAccess access, FieldGrants fields) {
        server.relations.settings(
                north,
                EXT,
                any -> true,
                old -> new TrustSettings(new TrustPermissions(access, fields), old.removalRequiresApproval()));
    }

    @Test
    void bothSidesSeeTheSameRelation() {
        server.share(north, light, Server.of(List.of("a", "b"), List.of("boss")));

        PartyView here = seen(north, light);
        PartyView there = seen(light, north);

        assertThat(here.own().share()).isEqualTo(there.theirShare());
        assertThat(here.granted().permissions()).isEqualTo(there.theirGrants());
        assertThat(here.own().since()).isEqualTo(there.own().since());
        assertThat(server.relations.all(server.now(light))).containsExactly(there);
    }

    @Test
    void accessAndFieldsFollowTheDefaultsUntilTheyAreCustomEachOnItsOwn() {
        assertThat(seen(light, north).theirGrants()).isEqualTo(TrustPermissions.DEFAULT);
        putDefaults(TrustAccess.SEARCH_ONLY, CITY);
        assertThat(seen(light, north).theirGrants()).isEqualTo(new TrustPermissions(TrustAccess.SEARCH_ONLY, CITY));

        permit(null, EMAIL);
        assertThat(seen(light, north).theirGrants()).isEqualTo(new TrustPermissions(TrustAccess.SEARCH_ONLY, EMAIL));
        assertThat(seen(north, light).granted().customFields()).isTrue();
        assertThat(seen(north, light).granted().customAccess()).isFalse();
        putDefaults(TrustAccess.FULL, FieldGrants.NAME_ONLY);
        assertThat(seen(light, north).theirGrants()).isEqualTo(new TrustPermissions(TrustAccess.FULL, EMAIL));

        permit(new TrustAccess(false, false), null);
        assertThat(seen(light, north).theirGrants().access()).isEqualTo(new TrustAccess(false, false));
        permit(null, null);
        assertThat(seen(light, north).theirGrants()).isEqualTo(TrustPermissions.DEFAULT);
    }

    @Test
    void theNameIsAlwaysVisible() {
        permit(null, FieldGrants.of(List.of(), List.of()));
        assertThat(seen(light, north).theirGrants().fields().visible()).containsExactly("name");
    }

    @Test
    void refusesFieldsAndPeopleThatDoNotExist() {
        Refused.with("invalid", () -> permit(null, FieldGrants.of(List.of("custom_fields.floor"), List.of())));
        Refused.with("invalid", () -> putDefaults(TrustAccess.FULL, FieldGrants.of(List.of(), List.of("shoe"))));
        Refused.with("invalid", () -> server.share(north, light, Server.of(List.of("nowhere"), List.of())));
        TenantKey stranger = server.found("stranger", Plan.PRO, null);
        Refused.with("not_found", () -> server.share(north, stranger, SharingScope.EVERYONE));
        Refused.with("not_found", () -> server.share(north, Server.key("nobody"), SharingScope.EVERYONE));
        Refused.with(
                "revision_mismatch",
                () -> server.relations.share(north, EXT, light, SharingScope.EVERYONE, any -> false));
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        server.share(north, light, SharingScope.EVERYONE);
        long revision = server.now(north).revision();
        server.share(north, light, SharingScope.EVERYONE);
        assertThat(server.now(north).revision()).isEqualTo(revision);
        assertThat(server.now(light).revision())
                .as("what one side grants is its own affair")
                .isLessThan(revision);
    }

    @Test
    void thePartnerBrowsesWhatIsSharedAndNothingElse() {
        assertThat(shared(null, null)).isEmpty();
        server.share(north, light, Server.of(List.of("b"), List.of("ann", "sue", "bob")));

        assertThat(shared(null, null)).containsExactly("department b", "member ann");
        assertThat(shared("b", null)).containsExactly("department b1");
        assertThat(shared("b1", null)).containsExactly("member bob");
        assertThat(shared(null, "NAME of")).containsExactly("member ann", "member bob");
        assertThat(shared(null, "b")).containsExactly("department b", "department b1", "member bob");
        assertThat(shared("b", "b")).containsExactly("department b1", "member bob");
        String hidden = Refused.with("invalid", () -> shared("a", null)).detail();
        String unknown = Refused.with("invalid", () -> shared("z", null)).detail();
        assertThat(hidden.replace("`a`", "?")).isEqualTo(unknown.replace("`z`", "?"));
    }

    @Test
    void everyoneIsTheRootWithAllBelow() {
        server.share(north, light, SharingScope.EVERYONE);

        assertThat(shared(null, null)).containsExactly("department 0");
        assertThat(shared("0", null))
                .containsExactly(
                        "department a", "department b", "department void", "member boss", "member ext", "member plain");
    }

    private List<String> shared(String below, String words) {
        return server
                .relations
                .sharedBy(server.now(light), north, below == null ? null : new DepartmentId(below), words)
                .stream()
                .map(RelationsTest::words)
                .toList();
    }

    private static String words(SharedEntry entry) {
        return (entry.department() ? "department " : "member ") + entry.id();
    }
}
