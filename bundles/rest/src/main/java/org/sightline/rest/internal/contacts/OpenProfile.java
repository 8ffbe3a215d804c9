package org.sightline.rest.internal.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.PermissionName;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.ProfileField;
import org.sightline.rest.internal.guard.AppGate;
import org.sightline.trust.model.FieldGrants;

/**
 * Which of the fields that a member sees are open to the caller: all to the member, to an app for the member those its
 * permissions open (docs/concepts.md, "What permissions open"). Fields stand under their public names.
 */
final class OpenProfile {

    private static final String CUSTOM = "custom_fields";

    /** Fields whose public name is another one than that in the file of permissions. */
    private static final Map<String, String> LISTED = Map.of(FieldGrants.DEPARTMENT, "departments");

    private final Caller.@Nullable ByApp app;
    private final Set<String> open;
    private final boolean departments;

    private OpenProfile(Caller.@Nullable ByApp app) {
        NeededPermissions needed = NeededPermissions.shipped();
        this.app = app;
        this.open =
                app == null ? Set.of() : needed.openFields(NeededPermissions.USER, app.identity(), app.permissions());
        this.departments = app == null
                || needed.openFields(NeededPermissions.DEPARTMENT, app.identity(), app.permissions())
                        .contains(FieldGrants.NAME);
    }

    /** Returns what is open to a caller. */
    static OpenProfile of(Caller caller) {
        return new OpenProfile(caller instanceof Caller.ByApp app ? app : null);
    }

    /** Whether a field is open. */
    private boolean isOpen(String field) {
        return app == null || open.contains(listed(field));
    }

    private static String listed(String field) {
        return field.startsWith(ProfileField.CUSTOM_PREFIX) ? CUSTOM : LISTED.getOrDefault(field, field);
    }

    /** Returns a view that has no other fields than the open ones. */
    ContactsView of(ContactsView whole, DirectorySnapshot shown) {
        return app == null ? whole : new NarrowedView(whole, grants(shown.fields()));
    }

    private FieldGrants grants(List<CustomField> custom) {
        List<String> fields = openFields(custom);
        return FieldGrants.of(fields, fields);
    }

    private List<String> openFields(List<CustomField> custom) {
        List<String> fields = new ArrayList<>(List.of(FieldGrants.NAME, FieldGrants.DEPARTMENT));
        for (ProfileField field : ProfileField.values()) {
            fields.add(field.key());
        }
        custom.forEach(field -> fields.add(ProfileField.CUSTOM_PREFIX + field.id()));
        fields.removeIf(field -> !isOpen(field));
        return fields;
    }

    /**
     * Returns a search that looks into no other fields than the open ones.
     *
     * @param tenants where it will look
     * @throws org.sightline.problem.ProblemException {@code permission_missing} when it names one that is not open
     */
    ContactsSearch narrowed(ContactsSearch search, List<TenantSnapshot> tenants) {
        if (app == null) {
            return search;
        }
        search.fields().forEach(field -> require(NeededPermissions.USER + listed(field), isOpen(field)));
        if (search.kind() == EntryKind.DEPARTMENT) {
            require(NeededPermissions.DEPARTMENT + FieldGrants.NAME, departments);
        }
        List<String> fields = search.fields();
        if (fields.isEmpty()) {
            fields = tenants.stream()
                    .flatMap(tenant -> openFields(tenant.directory().fields()).stream())
                    .distinct()
                    .toList();
        }
        EntryKind kind = search.kind() == null && !departments ? EntryKind.MEMBER : search.kind();
        return new ContactsSearch(search.text(), fields, kind);
    }

    private void require(String name, boolean isOpen) {
        if (app != null && !isOpen) {
            Need need = NeededPermissions.shipped().fields().get(name);
            List<PermissionName> names = need == null ? List.of() : need.of(app.identity());
            throw AppGate.missing(app.identity(), names);
        }
    }
}
