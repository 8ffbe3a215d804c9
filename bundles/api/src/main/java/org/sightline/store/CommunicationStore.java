package org.sightline.store;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Reads what members have with each other; it is written with {@link StateChange.ChangeCommunication}, in the
 * transactions of {@link TenantStore#commit}. Methods throw {@link StoreUnavailableException} when the database cannot be
 * reached.
 */
@ConsumerType
public interface CommunicationStore {

    /** Returns what a member has at a revision of their tenant; {@link Ties#NONE} for somebody unknown. */
    Ties ties(TenantKey tenant, UserId user, long revision);

    /** Returns everybody of other tenants who now has a contact, a request or a chat with somebody of a tenant, in order. */
    List<Person> tiedTo(TenantKey tenant);

    /** Returns the members of all tenants whose present mobile number this is, whatever their status, in any order. */
    List<Person> membersWithPhone(PhoneNumber number);
}
