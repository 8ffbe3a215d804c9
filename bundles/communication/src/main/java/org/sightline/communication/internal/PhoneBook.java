package org.sightline.communication.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sightline.communication.Communication.PhonePage;
import org.sightline.communication.Peer;
import org.sightline.communication.model.Person;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;

/** Finds people by exact phone number (docs/concepts.md, "Found by phone number"). */
final class PhoneBook {

    private final People people;
    private final Sights sights;
    private final KnownTies ties;

    PhoneBook(People people, Sights sights, KnownTies ties) {
        this.people = people;
        this.sights = sights;
        this.ties = ties;
    }

    PhonePage find(TenantSnapshot own, int viewer, PhoneNumber number, int from, int size) {
        TenantKey ownKey = People.keyOf(own);
        List<Person> all = ties.membersWithPhone(number).stream()
                .sorted(Comparator.comparing((Person person) -> !person.tenant().equals(ownKey))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Peer> found = new ArrayList<>();
        for (int at = Math.min(from, all.size()); at < all.size(); at++) {
            Person person = all.get(at);
            Optional<Located> shown = people.find(own, person)
                    .filter(target -> has(target, number))
                    .filter(target -> mayFind(own, viewer, person, target));
            if (shown.isPresent() && found.size() == size) {
                return new PhonePage(found, at, true);
            }
            shown.ifPresent(target -> found.add(new Peer(person.tenant(), person.user(), target.name())));
        }
        return new PhonePage(found, all.size(), false);
    }

    /** The store may know more, or less, than the state that is asked about. */
    private static boolean has(Located target, PhoneNumber number) {
        String mobile =
                target.tenant().directory().member(target.number()).profile().mobile();
        return mobile != null && PhoneNumber.of(mobile).filter(number::equals).isPresent();
    }

    private boolean mayFind(TenantSnapshot own, int viewer, Person person, Located target) {
        if (!own.directory().isActive(viewer)) {
            return false;
        }
        if (People.keyOf(own).equals(person.tenant())) {
            return sights.of(own, viewer, target).sees();
        }
        return target.tenant().directory().tenant().findByPhone()
                && ties.of(target.tenant(), person.user()).findByPhone();
    }
}
