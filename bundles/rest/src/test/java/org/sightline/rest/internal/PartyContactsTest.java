package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.Caller;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.communication.Peer;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.contacts.TestedContacts;
import org.sightline.trust.TrustedParties;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;

/** Contacts of trusted parties over REST: what is listed, what holds a list still, and what answers as absent. */
class PartyContactsTest {

    private static final String BASE = "api/v1/tenants/acme/contacts/";
    private static final TenantKey ACME = new TenantKey("acme");
    private static final TenantKey OTHER = new TenantKey("other");
    private static final FieldGrants MORE = FieldGrants.of(List.of("department", "city"), List.of("name"));

    private final List<Peer> peers = new ArrayList<>();
    private final TestedContacts resources = new TestedContacts(new FakeContacts(), null, (own, viewer) -> peers);
    private final RestHarness rest = new RestHarness(0, states -> new Object[] {
        resources.search(), resources.parties(),
    });

    PartyContactsTest() {
        resources.trust(new Relations());
        put("acme", 7, 3, trust(OTHER, SharingScope.EVERYONE, null));
        put("other", 3, 12, trust(ACME, SharingScope.EVERYONE, null));
        put("lonely", 1, 5, TrustState.EMPTY);
    }

    private void put(String key, long revision, int members, TrustState trust) {
        TenantSnapshot plain = FakeDirectory.snapshot(key, revision, members);
        rest.snapshots.put(
                new TenantSnapshot(plain.directory(), plain.policy(), revision, trust, plain.operatorAccess()));
    }

    private static TrustState trust(TenantKey partner, SharingScope share, FieldGrants fields) {
        TrustedParty half =
                new TrustedParty(partner, "r1", Instant.parse("2026-03-01T09:00:00Z"), ACME, share, null, fields);
        return new TrustState(
                TrustSettings.DEFAULT,
                new TreeMap<>(Map.of(partner, half)),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void partiesAreListedWithTheirCounts() {
        Answer answer = rest.get(BASE + "parties", "member");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"items\":[{\"tenant_key\":\"other\",\"name\":\"The other\",\"member_count\":11}]");
        assertThat(answer.header("Sightline-Revision")).isEqualTo("7");
        put("other", 4, 12, trust(ACME, SharingScope.NOBODY, null));
        assertThat(rest.get(BASE + "parties", "member").json().path("items")).isEmpty();
    }

    @Test
    void aListGoesOnWithTheStatesOfBothSides() {
        String path = BASE + "parties/other/departments/0/children?page_size=6";
        Answer first = rest.get(path, "member");
        put("other", 4, 30, trust(ACME, SharingScope.EVERYONE, null));
        put("acme", 8, 4, trust(OTHER, SharingScope.EVERYONE, null));
        Answer second = rest.get(path + "&page_token=" + token(first), "member");

        assertThat(first.json().path("items")).hasSize(6);
        assertThat(second.json().path("items")).hasSize(5);
        assertThat(second.json().path("has_more").asBoolean()).isFalse();
        assertThat(second.header("Sightline-Revision")).isEqualTo("7");
    }

    @Test
    void aListEndsWhenSomebodyGrantsSomethingElse() {
        String path = BASE + "parties/other/departments/0/children?page_size=6";
        String token = token(rest.get(path, "member"));
        put("other", 4, 12, trust(ACME, SharingScope.EVERYONE, MORE));
        assertThat(rest.get(path + "&page_token=" + token, "member").code()).isEqualTo("page_token_invalid");

        put("other", 5, 12, trust(ACME, SharingScope.EVERYONE, null));
        assertThat(rest.get(path + "&page_token=" + token, "member").status()).isEqualTo(200);
        put("acme", 8, 3, trust(OTHER, SharingScope.NOBODY, null));
        assertThat(rest.get(path + "&page_token=" + token, "member").code()).isEqualTo("page_token_invalid");

        put("acme", 9, 3, TrustState.EMPTY);
        assertThat(rest.get(path + "&page_token=" + token, "member").status()).isEqualTo(404);
        String strange = token(rest.get(BASE + "search?q=Member&page_size=1", "member"));
        assertThat(rest.get(path + "&page_token=" + strange, "member").code()).isEqualTo("page_token_invalid");
    }

    @Test
    void theSearchGoesOnFromTheOwnTenantToPartnersAndPeers() {
        peers.add(new Peer(new TenantKey("lonely"), new UserId("m4"), "Member 4"));
        List<String> found = new ArrayList<>();
        String path = BASE + "search?q=Member&page_size=4";
        Answer answer = rest.get(path, "member");
        answer.json()
                .path("items")
                .forEach(item -> found.add(item.path("tenant_key").asText()));
        while (answer.json().path("has_more").asBoolean()) {
            put("other", 3 + found.size(), 30, trust(ACME, SharingScope.EVERYONE, null));
            answer = rest.get(path + "&page_token=" + token(answer), "member");
            answer.json()
                    .path("items")
                    .forEach(item -> found.add(item.path("tenant_key").asText()));
        }

        assertThat(found)
                .hasSize(3 + 11 + 1)
                .startsWith("acme", "acme", "acme", "other")
                .endsWith("other", "lonely");
    }

    @Test
    void theSearchEndsWhenGrantsOrPeersChange() {
        String path = BASE + "search?q=Member&page_size=4";
        String token = token(rest.get(path, "member"));
        put("other", 4, 12, trust(ACME, SharingScope.NOBODY, null));
        assertThat(rest.get(path + "&page_token=" + token, "member").code()).isEqualTo("page_token_invalid");

        put("other", 5, 2, trust(ACME, SharingScope.EVERYONE, null));
        peers.add(new Peer(new TenantKey("lonely"), new UserId("m1"), "Member 1"));
        peers.add(new Peer(new TenantKey("lonely"), new UserId("m2"), "Member 2"));
        String among = token(rest.get(BASE + "search?q=Member&page_size=6", "member"));
        assertThat(rest.get(BASE + "search?q=Member&page_size=6&page_token=" + among, "member")
                        .status())
                .isEqualTo(200);
        peers.remove(0);
        assertThat(rest.get(BASE + "search?q=Member&page_size=6&page_token=" + among, "member")
                        .code())
                .isEqualTo("page_token_invalid");
    }

    @Test
    void whateverIsNotShownAnswersAsAbsent() {
        Answer unknown = rest.get(BASE + "parties/other/users/m99", "member");

        assertThat(unknown.status()).isEqualTo(404);
        for (String party : List.of("lonely", "nowhere", "acme", "no%20key")) {
            Answer answer = rest.get(BASE + "parties/" + party + "/users/m99", "member");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(unknown.text());
            assertThat(rest.get(BASE + "parties/" + party + "/departments/0/children", "member")
                            .text())
                    .isEqualTo(rest.get(BASE + "parties/nobody/departments/0/children", "member")
                            .text());
        }
        assertThat(rest.get(BASE + "parties/other/users/m9", "member").status())
                .as("a suspended member")
                .isEqualTo(404);
        put("other", 4, 12, trust(ACME, SharingScope.NOBODY, null));
        assertThat(rest.get(BASE + "parties/other/departments/0/children", "member")
                        .text())
                .as("a party that shows nobody")
                .isEqualTo(rest.get(BASE + "parties/nobody/departments/0/children", "member")
                        .text());
    }

    @Test
    void profilesHaveWhatIsReleased() {
        assertThat(rest.get(BASE + "parties/other/users/m2", "member").text())
                .isEqualTo("{\"user_id\":\"m2\",\"name\":\"Member 2\"}");
        put("other", 4, 12, trust(ACME, SharingScope.EVERYONE, MORE));
        assertThat(rest.get(BASE + "parties/other/users/m2", "member").text())
                .isEqualTo("{\"user_id\":\"m2\",\"name\":\"Member 2\","
                        + "\"departments\":[{\"id\":\"0\",\"name\":\"The other\"}]}");
    }

    @Test
    void withoutTrustedPartiesTheSearchGoesOnAndTheirPathsSayWhy() {
        String token = token(rest.get(BASE + "search?q=Member&page_size=4", "member"));
        resources.trust(null);

        for (String path : List.of("parties", "parties/other/departments/0/children", "parties/other/users/m1")) {
            Answer answer = rest.get(BASE + path, "member");
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("feature_off");
            assertThat(answer.json().path("detail").asText()).contains("sightline-trusted-party");
        }
        assertThat(rest.get(BASE + "search?q=Member", "member").json().path("items"))
                .hasSize(3);
        assertThat(rest.get(BASE + "search?q=Member&page_size=4&page_token=" + token, "member")
                        .code())
                .isEqualTo("page_token_invalid");
    }

    @Test
    void fieldsOfTheSearchAreChecked() {
        assertThat(rest.get(BASE + "search?q=Member&fields=department,name", "member")
                        .status())
                .isEqualTo(200);
        assertThat(rest.get(BASE + "search?q=Member&fields=custom_fields.shirt", "member")
                        .code())
                .isEqualTo("invalid");
        FieldGrants shirts = FieldGrants.of(List.of("custom_fields.shirt"), List.of("custom_fields.shirt"));
        put("other", 4, 12, trust(ACME, SharingScope.EVERYONE, shirts));
        assertThat(rest.get(BASE + "search?q=Member&fields=custom_fields.shirt", "member")
                        .status())
                .isEqualTo(200);
    }

    private static String token(Answer answer) {
        assertThat(answer.json().path("has_more").asBoolean()).as(answer.text()).isTrue();
        return answer.json().path("page_token").asText();
    }

    /** Reads relations from the states of the harness. */
    private final class Relations implements TrustedParties {

        @Override
        public Optional<TenantSnapshot> partner(TenantSnapshot own, TenantKey partner) {
            TenantKey key = own.directory().tenant().key();
            return own.trust()
                    .party(partner)
                    .map(half -> rest.snapshots.current(partner))
                    .filter(there -> there.trust().party(key).isPresent());
        }

        @Override
        public List<TenantSnapshot> partners(TenantSnapshot own) {
            return own.trust().parties().keySet().stream()
                    .flatMap(partner -> partner(own, partner).stream())
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "trust_party:collaboration.tenant:readonly, departments name user_id",
        "trust_party:collaboration.tenant:readonly contact:user.email:readonly, departments name user_id",
        "trust_party:collaboration.tenant:readonly contact:user.employee:readonly, city departments name user_id",
        "contact:contact:readonly, city departments name user_id",
    })
    void anAppForAMemberGetsWhatIsReleasedAndOpen(String permissions, String fields) {
        letIn(permissions);
        put("acme", 8, 3, trust(OTHER, SharingScope.EVERYONE, null));
        rest.snapshots.put(withCities("other", 4, trust(ACME, SharingScope.EVERYONE, MORE)));

        List<String> names = new ArrayList<>();
        rest.get(BASE + "parties/other/users/m1", "agent").json().fieldNames().forEachRemaining(names::add);
        names.sort(null);
        assertThat(String.join(" ", names)).isEqualTo(fields);
    }

    @Test
    void anAppForAMemberMayNeitherAskForMoreNorForSomebodyElse() {
        letIn("contact:user:search");
        assertThat(rest.get(BASE + "parties", "agent").code()).isEqualTo("permission_missing");
        assertThat(rest.get(BASE + "search?q=Member&as=m1", "agent").code()).isEqualTo("forbidden");
        assertThat(rest.get(BASE + "search?q=Member&fields=email", "agent")
                        .json()
                        .path("missing_permissions")
                        .path(0)
                        .asText())
                .isEqualTo("contact:user.email:readonly");
        assertThat(rest.get(BASE + "search?q=Member&kind=department", "agent").code())
                .isEqualTo("permission_missing");
        assertThat(rest.get(BASE + "search?q=Member", "agent").json().path("items"))
                .isNotEmpty();
    }

    private void letIn(String permissions) {
        Set<PermissionName> held =
                Arrays.stream(permissions.split(" ")).map(PermissionName::new).collect(Collectors.toSet());
        rest.sessions.put("agent", new Caller.Delegate(ACME, new UserId("m0"), new AppId("bot"), held));
    }

    private static TenantSnapshot withCities(String key, long revision, TrustState trust) {
        TenantSnapshot plain = FakeDirectory.snapshot(key, revision, 3);
        FakeDirectory directory = (FakeDirectory) plain.directory();
        List<Member> members = directory.members().stream()
                .map(member -> new Member(
                        member.id(),
                        member.name(),
                        new Profile(null, "m@other.example", null, null, null, "Osaka", null),
                        member.departments(),
                        member.customFields(),
                        member.status()))
                .toList();
        return new TenantSnapshot(
                new FakeDirectory(revision, directory.tenant(), members), plain.policy(), revision, trust, null);
    }
}
