package org.sightline.contacts.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.EntryKind;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.bruteforce.BruteForceEngine;
import org.sightline.testkit.contacts.BruteForceSearch;
import org.sightline.testkit.world.ContactsRandom;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;

/** Random worlds: whatever index there is, what is found is what looking through everybody finds. */
class DirectorySearchTest {

    private static final int WORLDS = 40;
    private static final int MEMBERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NameOrder NAMES = NameOrder.of(Locale.ENGLISH);

    private static final String[] QUERIES = {
        "a",
        "ann",
        "ANN lee",
        "lee",
        "zoe",
        "z",
        "user",
        "user.m1",
        "mail-1.ex",
        "org",
        "+81",
        "90 1",
        "e1",
        "int",
        "engineer",
        "o",
        "osaka",
        "koln",
        "田",
        "太郎",
        "中花",
        "タナ",
        "ナカ",
        "ชาย",
        "철",
        "str",
        "ｓtrasse",
        "ben",
        "10",
        "l",
        "eng",
        "工程",
        "i",
        "xyz",
        " ",
        "b 2",
        "chef ingenieur"
    };

    private static final List<List<String>> FIELDS = List.of(
            List.of(),
            List.of(),
            List.of("name"),
            List.of("email"),
            List.of("city", "job_title"),
            List.of("en_name", "name"));

    private static final List<EntryKind> KINDS = new ArrayList<>();

    static {
        KINDS.add(null);
        KINDS.add(null);
        KINDS.add(EntryKind.MEMBER);
        KINDS.add(EntryKind.DEPARTMENT);
    }

    @Test
    void withAnIndexOfTheSameDirectory() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            Searched world = new Searched(dressed(seed, seed));
            TenantSearch search = new TenantSearch(Runnable::run, 0, PATIENCE);
            world.compare(search.in(world.directory, NAMES), seed, () -> {});
        }
    }

    @Test
    void withoutAnIndex() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            Searched world = new Searched(dressed(seed, seed));
            TenantSearch search = new TenantSearch(never -> {}, 0, PATIENCE);
            world.compare(search.in(world.directory, NAMES), seed, () -> {});
        }
    }

    @Test
    void withAnIndexOfAnEarlierOrALaterDirectory() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            // Other members, other names, other departments: nearly everything is different.
            Searched other = new Searched(dressed(seed + 1000 * (seed % 2), seed + 1));
            Searched world = new Searched(dressed(seed, seed));
            TenantSearch search = new TenantSearch(Runnable::run, 0, PATIENCE);
            search.in(other.directory, NAMES);
            world.compare(search.in(world.directory, NAMES), seed, () -> {});
        }
    }

    @Test
    void pagesGoOnWhenTheIndexIsReplacedBetweenThem() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            Searched other = new Searched(dressed(seed, seed + 1));
            Searched world = new Searched(dressed(seed, seed));
            Deque<Runnable> waiting = new ArrayDeque<>();
            TenantSearch search = new TenantSearch(waiting::add, 0, PATIENCE);
            search.in(other.directory, NAMES);
            DirectorySearch asked = search.in(world.directory, NAMES);
            world.compare(asked, seed, () -> {
                if (!waiting.isEmpty()) {
                    waiting.remove().run();
                }
            });
        }
    }

    private static TenantState dressed(long seed, long dress) {
        return ContactsRandom.dressed(RandomWorlds.world(seed, MEMBERS), dress);
    }

    /** A world, and who finds what in it. */
    private static final class Searched {

        private final TenantState state;
        private final DirectorySnapshot directory;
        private final BruteForceEngine engine;
        private final BruteForceSearch simple;

        Searched(TenantState state) {
            this.state = state;
            directory = WorldSnapshot.of(state);
            BruteForce judge = new BruteForce(state, null);
            engine = new BruteForceEngine(directory, judge);
            Comparator<Object> names = Collator.getInstance(state.tenant().locale());
            simple = new BruteForceSearch(state, judge, names::compare);
        }

        void compare(DirectorySearch search, long seed, Runnable betweenPages) {
            Random random = new Random(seed);
            for (String query : QUERIES) {
                for (int round = 0; round < 4; round++) {
                    int viewer = random.nextInt(directory.memberCount());
                    ContactsSearch wanted = new ContactsSearch(
                            query, FIELDS.get(random.nextInt(FIELDS.size())), KINDS.get(random.nextInt(KINDS.size())));
                    UserId viewerId = state.members().get(viewer).id();
                    int size = 1 + random.nextInt(6);
                    assertThat(found(search, viewer, wanted, size, betweenPages))
                            .as("seed %s, %s looks for %s in pages of %s", seed, viewerId, wanted, size)
                            .isEqualTo(simple.find(viewerId, query, wanted.fields(), key(wanted.kind())));
                }
            }
        }

        private static @Nullable String key(@Nullable EntryKind kind) {
            return kind == null ? null : kind.key();
        }

        private List<String> found(
                DirectorySearch search, int viewer, ContactsSearch wanted, int size, Runnable betweenPages) {
            List<String> all = new ArrayList<>();
            long from = 0;
            do {
                ContactsPage<ContactsHit> page = search.find(viewer, engine, wanted, from, size);
                page.entries().forEach(hit -> all.add(said(hit)));
                from = page.next();
                betweenPages.run();
            } while (from > 0);
            return all;
        }

        private String said(ContactsHit hit) {
            String id = hit.kind() == EntryKind.DEPARTMENT
                    ? directory.department(hit.number()).id().value()
                    : directory.member(hit.number()).id().value();
            return hit.kind().key() + " " + id + " by " + hit.matchedField();
        }
    }
}
