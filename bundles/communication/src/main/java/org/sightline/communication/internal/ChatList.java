package org.sightline.communication.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.audit.Actor;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.Reason;
import org.sightline.communication.internal.BothSides.Sides;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** Private chats: whether there may be one, and which there are (docs/concepts.md, "Chats"). */
final class ChatList {

    private static final String CHATS = "chats";

    private final People people;
    private final Sights sights;
    private final KnownTies ties;
    private final BothSides sides;
    private final InstantSource clock;

    ChatList(People people, Sights sights, KnownTies ties, BothSides sides, InstantSource clock) {
        this.people = people;
        this.sights = sights;
        this.ties = ties;
        this.sides = sides;
        this.clock = clock;
    }

    ChatAnswer check(TenantSnapshot own, int viewer, Person peer) {
        return check(own, viewer, peer, people.find(own, peer));
    }

    private ChatAnswer check(TenantSnapshot own, int viewer, Person peer, Optional<Located> found) {
        if (found.isEmpty() || !own.directory().isActive(viewer)) {
            return ChatAnswer.NOTHING;
        }
        Located target = found.get();
        Person self = People.named(own, viewer);
        Ties ours = ties.of(own, self.user());
        boolean blocked = ties.of(target.tenant(), peer.user()).blocks(self);
        return ChatRules.answer(
                sights.of(own, viewer, target),
                new ChatRules.Facts(ours.areContacts(peer), ours.chat(peer).isPresent(), blocked));
    }

    List<Listed<Chat>> list(TenantSnapshot own, int viewer) {
        return ties.of(own, own.directory().member(viewer).id()).chats().values().stream()
                .map(chat -> listed(chat, people.find(own, chat.peer())))
                .toList();
    }

    private static Listed<Chat> listed(Chat chat, Optional<Located> peer) {
        return new Listed<>(chat, peer.map(Located::name).orElse(null), peer.isPresent());
    }

    Committed<Made<Listed<Chat>>> start(Person self, Actor actor, Person peer) {
        return sides.change(self, actor, peer, both -> start(self, peer, both));
    }

    private Outcome<Made<Listed<Chat>>> start(Person self, Person peer, Sides both) {
        int viewer = both.own().directory().memberNumber(self.user());
        Located target =
                both.find(peer).orElseThrow(() -> refused(ChatAnswer.NOTHING).exception());
        Ties ours = ties.of(both.own(), self.user());
        Optional<Chat> known = ours.chat(peer);
        if (known.isPresent()) {
            return Outcome.nothing(new Made<>(listed(known.get(), Optional.of(target)), false));
        }
        ChatAnswer answer = check(both.own(), viewer, peer, Optional.of(target));
        if (!answer.canStartChat()) {
            throw refused(answer).exception();
        }
        Limits.requireRoom(ours.chats().size(), Limits.CHATS, CHATS);
        Limits.requireRoom(ties.of(target.tenant(), peer.user()).chats().size(), Limits.CHATS, CHATS);
        String id = UUID.randomUUID().toString().replace("-", "");
        Chat mine = new Chat(id, self.user(), peer, self, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Chat yours = new Chat(id, peer.user(), self, self, mine.createdAt());
        return new Outcome<>(
                List.of(Step.put(mine)),
                self.equals(peer) ? List.of() : List.of(Step.put(yours)),
                new Made<>(listed(mine, Optional.of(target)), true));
    }

    private static Problem refused(ChatAnswer answer) {
        return Problem.of(
                        ProblemKind.FORBIDDEN,
                        Codes.CHAT_NOT_ALLOWED,
                        "you may not start a chat with this person, see `reasons`")
                .with("reasons", answer.reasons().stream().map(Reason::key).toList());
    }
}
