package org.sightline.testkit.store;

import java.util.List;
import java.util.Optional;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.CommunicationStore;

/** Finds what members have with each other where it was committed; for tests. Safe for any number of threads. */
public final class InMemoryCommunicationStore implements CommunicationStore {

    private final InMemoryTenantStore tenants;

    /**
     * Creates the store.
     *
     * @param tenants where changes are committed
     */
    public InMemoryCommunicationStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
    }

    @Override
    public Ties ties(TenantKey tenant, UserId user, long revision) {
        return tenants.ties(tenant, user, revision);
    }

    @Override
    public List<Person> tiedTo(TenantKey tenant) {
        return tenants.tiedTo(tenant);
    }

    @Override
    public List<Person> membersWithPhone(PhoneNumber number) {
        return tenants.membersWith(
                member -> Optional.ofNullable(member.profile().mobile())
                        .flatMap(PhoneNumber::of)
                        .filter(number::equals)
                        .isPresent());
    }
}
