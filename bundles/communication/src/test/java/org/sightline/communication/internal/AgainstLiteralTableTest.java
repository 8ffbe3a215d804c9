package org.sightline.communication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.Reason;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.problem.ProblemException;

/** Three tenants in which everything happens at random, compared after every step with the table read word by word. */
class AgainstLiteralTableTest {

    private static final String[] TENANTS = {"a", "b", "c"};
    private static final String[] USERS = {"u1", "u2", "u3"};
    private static final String[] NUMBERS = {"+1 555 1", "+1 555 2"};

    private final Town town = new Town();
    private final LiteralTable table = new LiteralTable();
    private final List<Person> people = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Random random = new Random();

    /** Ten worlds, or as many as the system property {@code sightline.worlds} says. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("sightline.worlds", 10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothAlwaysSayTheSame(long seed) {
        random = new Random(seed);
        for (String tenant : TENANTS) {
            town.tenant(tenant, USERS);
            for (String user : USERS) {
                people.add(Town.person(tenant, user));
                table.active.add(tenant + "/" + user);
            }
        }
        long pairs = 0;
        for (int step = 0; step < 400; step++) {
            step();
            pairs += compare(seed);
        }
        assertThat(pairs).isEqualTo(400L * 81);
    }

    private void step() {
        Person v = pick();
        Person t = pick();
        if (!table.active.contains(v.toString())) {
            toggleStatus(v);
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> toggleSight(v, t);
            case 1 -> toggleTrust(v, t);
            case 2 -> toggleStatus(v);
            case 3, 4, 5 -> same("request " + v + " " + t, table.request(v.toString(), t.toString()), request(v, t));
            case 6 -> accept(v);
            case 7 -> delete(v);
            case 8, 9 -> same("start " + v + " " + t, table.start(v.toString(), t.toString()), start(v, t));
            case 10 -> toggleBlock(v, t);
            default -> togglePhone(v);
        }
    }

    private void same(String what, String expected, String actual) {
        story.add(what + " = " + actual);
        assertThat(actual).as("%s", story).isEqualTo(expected);
    }

    private Person pick() {
        return people.get(random.nextInt(people.size()));
    }

    private static <T> boolean toggle(Set<T> set, T value) {
        return !set.remove(value) && set.add(value);
    }

    private void toggleSight(Person v, Person t) {
        if (v.equals(t)) {
            return;
        }
        String arrow = LiteralTable.arrow(v.toString(), t.toString());
        StagedSight.Pair pair = new StagedSight.Pair(v, t);
        if (v.tenant().equals(t.tenant())) {
            toggle(table.sees, arrow);
            toggle(town.sight.sees, pair);
        } else if (random.nextBoolean()) {
            toggle(table.finds, arrow);
            toggle(town.sight.finds, pair);
        } else {
            toggle(table.browses, arrow);
            toggle(town.sight.browses, pair);
        }
        story.add("sight " + arrow);
    }

    private void toggleTrust(Person v, Person t) {
        if (!v.tenant().equals(t.tenant())) {
            toggle(town.sight.trusts, Set.of(v.tenant(), t.tenant()));
            toggle(
                    table.trusted,
                    LiteralTable.arrow(v.tenant().value(), t.tenant().value()));
            toggle(
                    table.trusted,
                    LiteralTable.arrow(t.tenant().value(), v.tenant().value()));
            story.add("trust " + v.tenant() + " " + t.tenant());
        }
    }

    private void toggleStatus(Person v) {
        boolean active = toggle(table.active, v.toString());
        town.status(v, active ? MemberStatus.ACTIVE : MemberStatus.SUSPENDED);
        story.add(v + (active ? " returns" : " is suspended"));
    }

    private void toggleBlock(Person v, Person t) {
        String arrow = LiteralTable.arrow(v.toString(), t.toString());
        try {
            if (table.blocked.contains(arrow)) {
                town.unblock(v, t);
            } else {
                town.block(v, t);
            }
            toggle(table.blocked, arrow);
            story.add("block " + arrow);
        } catch (ProblemException refused) {
            boolean inside = v.tenant().equals(t.tenant());
            assertThat(inside).as("a block was refused: %s", refused).isTrue();
        }
    }

    private void togglePhone(Person v) {
        switch (random.nextInt(3)) {
            case 0 -> {
                boolean off = toggle(table.notByPhone, v.toString());
                town.communication.setFindByPhone(v, Town.actor(v), !off);
            }
            case 1 -> {
                boolean off = toggle(table.tenantsNotByPhone, v.tenant().value());
                town.findByPhone(v.tenant(), !off);
            }
            default -> {
                String number = NUMBERS[random.nextInt(NUMBERS.length)];
                table.numbers.put(v.toString(), number);
                town.mobile(v, number);
            }
        }
    }

    private String request(Person v, Person t) {
        try {
            Made<Listed<Contact>> made = town.request(v, t);
            boolean accepted = made.value().tie().accepted();
            return (made.fresh() ? "new" : "old") + (accepted ? " accepted" : " pending");
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private String start(Person v, Person t) {
        try {
            return town.start(v, t).fresh() ? "new" : "old";
        } catch (ProblemException e) {
            Object reasons = e.problem().members().get("reasons");
            return reasons instanceof List<?> list
                    ? "no " + list.stream().map(Object::toString).collect(Collectors.joining(" "))
                    : e.problem().code();
        }
    }

    private void accept(Person v) {
        List<Contact> waiting =
                town.contacts(v).stream().filter(Contact::isIncomingRequest).toList();
        if (!waiting.isEmpty()) {
            Person peer = waiting.get(random.nextInt(waiting.size())).peer();
            town.accept(v, peer);
            table.accept(v.toString(), peer.toString());
            story.add("accept " + v + " " + peer);
        }
    }

    private void delete(Person v) {
        List<Contact> all = town.contacts(v);
        if (!all.isEmpty()) {
            Contact contact = all.get(random.nextInt(all.size()));
            town.deleteContact(v, contact.peer());
            table.delete(v.toString(), contact.peer().toString(), state(contact));
            story.add("delete " + v + " " + contact.peer() + " " + state(contact));
        }
    }

    private static String state(Contact contact) {
        return contact.accepted()
                ? "accepted"
                : "pending " + contact.direction().key();
    }

    private int compare(long seed) {
        int pairs = 0;
        for (Person v : people) {
            String name = v.toString();
            for (Person t : people) {
                assertThat(word(town.check(v, t)))
                        .as("seed %d: check %s %s after %s", seed, v, t, story)
                        .isEqualTo(table.check(name, t.toString()));
                pairs++;
            }
            assertThat(town.contacts(v).stream().map(contact -> contact.peer() + " " + state(contact)))
                    .as("seed %d: contacts of %s after %s", seed, v, story)
                    .containsExactlyInAnyOrderElementsOf(table.list(name));
            assertThat(town.chats(v).stream().map(Chat::peer).map(Person::toString))
                    .as("seed %d: chats of %s after %s", seed, v, story)
                    .containsExactlyInAnyOrderElementsOf(table.chatsOf(name));
            assertThat(town.communication.peersOf(town.now(v), town.number(v)).stream()
                            .map(peer -> peer.tenant() + "/" + peer.user()))
                    .as("seed %d: peers of %s after %s", seed, v, story)
                    .containsExactlyElementsOf(new TreeSet<>(table.peersOf(name)));
            for (String number : NUMBERS) {
                assertThat(byPhone(v, number))
                        .as("seed %d: %s finds %s after %s", seed, v, number, story)
                        .isEqualTo(table.byPhone(name, number));
            }
        }
        return pairs;
    }

    private Set<String> byPhone(Person v, String number) {
        PhoneNumber exact = PhoneNumber.of(number).orElseThrow();
        return town.communication.byPhone(town.now(v), town.number(v), exact, 0, 100).found().stream()
                .map(peer -> peer.tenant() + "/" + peer.user())
                .collect(Collectors.toSet());
    }

    private static String word(ChatAnswer answer) {
        return (answer.canStartChat() ? "1" : "0")
                + (answer.canSend() ? "1" : "0")
                + (answer.canFind() ? "1" : "0")
                + " "
                + answer.reasons().stream().map(Reason::key).collect(Collectors.joining(" "));
    }
}
