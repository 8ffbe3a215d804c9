package org.sightline.contacts.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsFound;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsReach;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contacts of all tenants that somebody has looked at since the server started. */
@Component(service = Contacts.class)
public final class VisibleContacts implements Contacts {

    private static final Logger LOG = LoggerFactory.getLogger(VisibleContacts.class);

    private final Visibility visibility;
    private final Supplier<List<TenantKey>> existing;
    private final ExecutorService background;
    private final ConcurrentMap<TenantKey, ReadTenant> tenants = new ConcurrentHashMap<>();

    /** Starts with nothing prepared. */
    @Activate
    public VisibleContacts(
            @Reference(name = "visibility") Visibility visibility, @Reference(name = "tenants") Tenants tenants) {
        this(visibility, () -> tenants.list().stream().map(Tenant::key).toList());
    }

    /**
     * Starts with nothing prepared.
     *
     * @param existing tells the tenants that there are, so that those that are gone can be forgotten
     */
    VisibleContacts(Visibility visibility, Supplier<List<TenantKey>> existing) {
        this.visibility = visibility;
        this.existing = existing;
        this.background = Executors.newSingleThreadExecutor(VisibleContacts::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sightline-contacts-index");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        background.shutdownNow();
    }

    @Override
    public ContactsView view(TenantSnapshot snapshot, int viewer) {
        TenantKey key = snapshot.directory().tenant().key();
        ReadTenant tenant = tenant(key);
        ReadDirectory read = tenant.directory(snapshot.directory());
        VisibilityEngine engine = visibility.engine(snapshot);
        return new InsideView(viewer, engine, tenant.tree(key, engine, snapshot, read), read);
    }

    @Override
    public AcrossView partner(TenantSnapshot own, TenantSnapshot partner, int viewer) {
        ReadTenant tenant = tenant(partner.directory().tenant().key());
        ReadDirectory read = tenant.directory(partner.directory());
        SightAcross sight = visibility.across(own, partner);
        TenantKey lookers = own.directory().tenant().key();
        return new AcrossView(viewer, sight, tenant.tree(lookers, sight.structure(), partner, read), read);
    }

    @Override
    public ContactsPage<ContactsFound> search(ContactsReach reach, ContactsSearch search, long from, int size) {
        List<AcrossView> partners = reach.partners().stream()
                .map(partner -> partner(reach.own(), partner, reach.viewer()))
                .toList();
        return new WideSearch(reach, view(reach.own(), reach.viewer()), partners, search).find(from, size);
    }

    private ReadTenant tenant(TenantKey key) {
        ReadTenant known = tenants.get(key);
        if (known == null) {
            known = tenants.computeIfAbsent(key, unseen -> new ReadTenant(background));
            background.execute(this::forgetGoneTenants);
        }
        return known;
    }

    /** In the background, since a reader must not need the database. */
    private void forgetGoneTenants() {
        try {
            Set<TenantKey> present = Set.copyOf(existing.get());
            tenants.keySet().retainAll(present);
            tenants.values().forEach(tenant -> tenant.keepTreesFor(present::contains));
        } catch (ProblemException e) {
            LOG.info("cannot tell which tenants are gone, their contacts stay in memory for now: {}", e.getMessage());
        }
    }
}
