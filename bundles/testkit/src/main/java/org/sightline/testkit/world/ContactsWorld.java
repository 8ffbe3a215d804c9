package org.sightline.testkit.world;

import java.util.List;
import java.util.Map;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/**
 * A small organisation from a readable file, with what its members find in their contacts.
 *
 * @param name    the file's name without its ending
 * @param state   who is there and what the policy says
 * @param browse  by viewer and department what hangs below it, in order: {@code leader ann}, {@code department lab 3}
 *                with its count, {@code member bob}; just {@code absent} for a department that is not in the tree
 * @param profile by viewer and member the departments that the profile names; just {@code absent} for a hidden member
 * @param search  by viewer and query what is found, in order: {@code member bob by city}, {@code department lab by
 *                name}; {@code | fields=...} and {@code | kind=...} may follow the query
 */
public record ContactsWorld(
        String name,
        TenantState state,
        Map<UserId, Map<DepartmentId, List<String>>> browse,
        Map<UserId, Map<UserId, List<String>>> profile,
        Map<UserId, Map<String, List<String>>> search) {

    /** Takes copies of the collections. */
    public ContactsWorld {
        browse = Map.copyOf(browse);
        profile = Map.copyOf(profile);
        search = Map.copyOf(search);
    }

    @Override
    public String toString() {
        return name;
    }
}
