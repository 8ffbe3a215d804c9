package org.sightline.testkit.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/**
 * Two small organisations that trust each other, from a readable file, with what must hold between them.
 *
 * @param name     the file's name without its ending
 * @param a        the one
 * @param b        the other one
 * @param aFinds   by viewer of A everybody of B whom they find by search
 * @param aBrowses by viewer of A everybody of B whom they see in the structure
 * @param bFinds   the same the other way round
 * @param bBrowses the same the other way round
 * @param aTree    by viewer of A and department of B what hangs below it, as in {@link ContactsWorld#browse()}
 * @param aProfile by viewer of A and member of B the fields that the profile has, then {@code department lab} for each
 *                 department it names; just {@code absent} when it does not open
 */
public record TrustWorld(
        String name,
        TenantState a,
        TenantState b,
        Map<UserId, Set<UserId>> aFinds,
        Map<UserId, Set<UserId>> aBrowses,
        Map<UserId, Set<UserId>> bFinds,
        Map<UserId, Set<UserId>> bBrowses,
        Map<UserId, Map<DepartmentId, List<String>>> aTree,
        Map<UserId, Map<UserId, List<String>>> aProfile) {

    /** Takes copies of the collections. */
    public TrustWorld {
        aFinds = Map.copyOf(aFinds);
        aBrowses = Map.copyOf(aBrowses);
        bFinds = Map.copyOf(bFinds);
        bBrowses = Map.copyOf(bBrowses);
        aTree = Map.copyOf(aTree);
        aProfile = Map.copyOf(aProfile);
    }

    @Override
    public String toString() {
        return name;
    }
}
