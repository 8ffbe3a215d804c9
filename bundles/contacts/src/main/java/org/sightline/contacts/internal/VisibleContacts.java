package org.sightline.contacts.internal;

import java.util.List;
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
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.internal.TenantContacts.Prepared;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.sightline.visibility.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contacts of all tenants that somebody has looked at since the server started. */
@Component(service = Contacts.class)
public final class VisibleContacts implements Contacts {

    private static final Logger LOG = LoggerFactory.getLogger(VisibleContacts.class);

    private final Visibility visibility;
    private final Supplier<List<TenantKey>> existing;
    private final ExecutorService background;
    private final ConcurrentMap<TenantKey, TenantContacts> tenants = new ConcurrentHashMap<>();

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
        TenantContacts ofTenant = tenants.get(key);
        if (ofTenant == null) {
            ofTenant = tenants.computeIfAbsent(key, unseen -> new TenantContacts(background));
            background.execute(this::forgetGoneTenants);
        }
        return new View(ofTenant.of(snapshot, visibility.engine(snapshot)), viewer);
    }

    /** In the background, since a reader must not need the database. */
    private void forgetGoneTenants() {
        try {
            tenants.keySet().retainAll(existing.get());
        } catch (ProblemException e) {
            LOG.info("cannot tell which tenants are gone, their contacts stay in memory for now: {}", e.getMessage());
        }
    }

    private record View(Prepared prepared, int viewer) implements ContactsView {

        @Override
        public boolean showsMember(int member) {
            return prepared.engine().sees(viewer, member);
        }

        @Override
        public boolean showsDepartment(int department) {
            return prepared.tree().shows(viewer, department);
        }

        @Override
        public int memberCount(int department) {
            return prepared.engine().countVisibleIn(viewer, department);
        }

        @Override
        public int[] departmentsOf(int member) {
            return prepared.tree().departmentsOf(viewer, member);
        }

        @Override
        public ContactsPage<ContactsEntry> children(int department, long from, int size) {
            return prepared.tree().children(viewer, department, from, size);
        }

        @Override
        public ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size) {
            return prepared.search().find(viewer, prepared.engine(), search, from, size);
        }
    }
}
