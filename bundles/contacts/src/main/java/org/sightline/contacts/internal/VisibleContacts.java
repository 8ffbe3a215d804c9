package org.sightline.contacts.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.internal.TenantContacts.Prepared;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.Visibility;

/** The contacts of all tenants that somebody has looked at since the server started. */
@Component(service = Contacts.class)
public final class VisibleContacts implements Contacts {

    private final Visibility visibility;
    private final ConcurrentMap<TenantKey, TenantContacts> tenants = new ConcurrentHashMap<>();

    /** Starts with nothing prepared. */
    @Activate
    public VisibleContacts(@Reference(name = "visibility") Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public ContactsView view(TenantSnapshot snapshot, int viewer) {
        TenantContacts ofTenant =
                tenants.computeIfAbsent(snapshot.directory().tenant().key(), unseen -> new TenantContacts());
        return new View(ofTenant.of(snapshot, visibility.engine(snapshot)), viewer);
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
    }
}
