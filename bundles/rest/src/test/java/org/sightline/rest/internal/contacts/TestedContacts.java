package org.sightline.rest.internal.contacts;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.Peers;
import org.sightline.contacts.Contacts;
import org.sightline.directory.Changes;
import org.sightline.trust.TrustedParties;

/** The resources of the contacts with their services in place, as the framework would put them there. */
public final class TestedContacts {

    private final ContactsSearchResource search = new ContactsSearchResource(unused());
    private final PartyContactsResource parties = new PartyContactsResource(unused());

    /** Puts services in place. */
    public TestedContacts(Contacts contacts, @Nullable TrustedParties trusted, Peers peers) {
        search.contacts = contacts;
        search.peers = peers;
        parties.contacts = contacts;
        trust(trusted);
    }

    private static Changes unused() {
        return (Changes) Proxy.newProxyInstance(
                Changes.class.getClassLoader(), new Class<?>[] {Changes.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Switches trusted parties on, or off with null. */
    public void trust(@Nullable TrustedParties trusted) {
        search.trusted = trusted;
        parties.trusted = trusted;
    }

    /** Returns the search. */
    public ContactsSearchResource search() {
        return search;
    }

    /** Returns the trusted parties. */
    public PartyContactsResource parties() {
        return parties;
    }
}
