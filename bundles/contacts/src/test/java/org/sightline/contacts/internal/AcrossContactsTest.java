package org.sightline.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.communication.Peer;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.ProfileField;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.contacts.BruteForceTree;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.trust.RandomTrust;

/** Random worlds of three tenants: trees, profiles and searches across are what the slow and simple ones say. */
class AcrossContactsTest {

    private static final int WORLDS = 15;
    private static final int MEMBERS = 12;
    private static final String[] QUERIES = {
        "a",
        "ann",
        "b",
        "ben 1",
        "z",
        "zo",
        "田",
        "タナ",
        "osaka",
        "k",
        "intern",
        "user",
        "mail",
        "+81",
        "e1",
        "lab",
        "red",
        "dark blue",
        "e",
        "s",
        "ann lee"
    };
    private static final List<String> FIELDS =
            List.of("name", "email", "city", "job_title", "department", "custom_fields.shirt");

    private int shown;
    private int found;

    @Test
    void treesAndProfilesAreEqual() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            AcquaintedWorld world = new AcquaintedWorld(RandomTrust.world(seed, MEMBERS));
            for (int own = 0; own < 3; own++) {
                for (int partner = 0; partner < 3; partner++) {
                    if (own != partner) {
                        compareTrees(world, own, partner, "seed " + seed + ", t" + own + " to t" + partner);
                    }
                }
            }
            world.contacts.stop();
        }
        assertThat(shown).as("entries shown").isGreaterThan(1_000);
    }

    private void compareTrees(AcquaintedWorld world, int own, int partner, String what) {
        DirectorySnapshot there = world.snapshots.get(partner).directory();
        BruteForceTree tree = world.tree(own, partner);
        for (int viewer = 0; viewer < MEMBERS; viewer++) {
            UserId id = world.snapshots.get(own).directory().member(viewer).id();
            AcrossView view = world.view(own, partner, viewer);
            for (Department department : world.states.get(partner).departments()) {
                int number = there.departmentNumber(department.id());
                String where = what + ", " + id + " below " + department.id();
                assertThat(view.showsDepartment(number)).as(where).isEqualTo(tree.shows(id, department.id()));
                assertThat(view.memberCount(number)).as(where).isEqualTo(tree.memberCount(id, department.id()));
                if (view.showsDepartment(number)) {
                    List<String> expected = tree.children(id, department.id());
                    assertThat(world.children(own, partner, viewer, number, 1 + viewer % 5))
                            .as(where)
                            .isEqualTo(expected);
                    shown += expected.size();
                }
            }
            for (int member = 0; member < MEMBERS; member++) {
                compareProfile(world.judge(own, partner), view, there, id, member, what);
            }
        }
    }

    private static void compareProfile(
            BruteForceAcross judge, AcrossView view, DirectorySnapshot there, UserId viewer, int number, String what) {
        Member member = there.member(number);
        String where = what + ", " + viewer + " looks at " + member.id();
        boolean seen = judge.finds(viewer, member.id()) || judge.browses(viewer, member.id());
        assertThat(view.showsMember(number)).as(where).isEqualTo(seen);
        if (!seen) {
            return;
        }
        Map<String, String> released = new TreeMap<>();
        fields(member).forEach((field, value) -> {
            if (judge.shows(field)) {
                released.put(field, value);
            }
        });
        assertThat(fields(view.profile(number))).as(where).isEqualTo(released);
        assertThat(view.showsField("department")).as(where).isEqualTo(judge.shows("department"));
        List<DepartmentId> departments = Arrays.stream(view.departmentsOf(number))
                .mapToObj(department -> there.department(department).id())
                .toList();
        assertThat(departments)
                .as(where)
                .isEqualTo(member.departments().stream()
                        .map(place -> place.department())
                        .filter(department -> judge.structure().department(viewer, department)
                                || judge.findable().department(viewer, department))
                        .toList());
    }

    private static Map<String, String> fields(Member member) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", member.name());
        for (ProfileField field : ProfileField.values()) {
            String value = field.of(member.profile());
            if (value != null) {
                fields.put(field.key(), value);
            }
        }
        member.customFields().forEach((field, value) -> fields.put("custom_fields." + field, value));
        return fields;
    }

    @Test
    void searchesAreEqual() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            AcquaintedWorld world = new AcquaintedWorld(RandomTrust.world(seed, MEMBERS));
            Random random = new Random(seed);
            for (int round = 0; round < 150; round++) {
                compareSearch(world, random, "seed " + seed + ", round " + round);
            }
            world.contacts.stop();
        }
        assertThat(found).as("hits").isGreaterThan(2_000);
    }

    private void compareSearch(AcquaintedWorld world, Random random, String what) {
        int own = random.nextInt(3);
        int viewer = random.nextInt(MEMBERS);
        List<Integer> partners = IntStream.range(0, 3)
                .filter(tenant -> tenant != own && random.nextInt(5) > 0)
                .boxed()
                .toList();
        List<Peer> peers = peers(world, own, random);
        List<String> fields = random.nextInt(3) > 0 ? List.of() : List.of(FIELDS.get(random.nextInt(FIELDS.size())));
        EntryKind kind = random.nextInt(4) > 0 ? null : random.nextBoolean() ? EntryKind.MEMBER : EntryKind.DEPARTMENT;
        String query = QUERIES[random.nextInt(QUERIES.length)];
        UserId id = world.snapshots.get(own).directory().member(viewer).id();
        List<String> expected = new ArrayList<>();
        String key = kind == null ? null : kind.key();
        world.slowSearch(own).find(id, query, fields, key).forEach(hit -> expected.add("t" + own + " " + hit));
        for (int partner : partners) {
            world.slowSearch(own, partner)
                    .find(id, query, fields, key)
                    .forEach(hit -> expected.add("t" + partner + " " + hit));
        }
        Comparator<String> names = ShownWorld.names(world.states.get(own));
        boolean byName = (fields.isEmpty() || fields.contains("name")) && kind != EntryKind.DEPARTMENT;
        peers.stream()
                .filter(peer -> byName && world.slowSearch(0).matchesName(peer.name(), query))
                .filter(peer -> expected.stream()
                        .noneMatch(hit -> hit.startsWith(peer.tenant() + " member " + peer.user() + " ")))
                .sorted(Comparator.comparing(Peer::name, names)
                        .thenComparing(Peer::tenant)
                        .thenComparing(Peer::user))
                .forEach(peer -> expected.add(peer.tenant() + " peer " + peer.user()));
        ContactsSearch wanted = new ContactsSearch(query, fields, kind);
        assertThat(world.found(own, partners, peers, viewer, wanted, 1 + random.nextInt(6)))
                .as("%s: %s of t%s looks for %s", what, id, own, wanted)
                .isEqualTo(expected);
        found += expected.size();
    }

    private static List<Peer> peers(AcquaintedWorld world, int own, Random random) {
        List<Peer> peers = new ArrayList<>();
        for (int tenant = 0; tenant < 3; tenant++) {
            for (Member member : world.states.get(tenant).members()) {
                if (tenant != own && random.nextInt(6) == 0) {
                    peers.add(world.peer(tenant, member));
                }
            }
        }
        return peers;
    }
}
