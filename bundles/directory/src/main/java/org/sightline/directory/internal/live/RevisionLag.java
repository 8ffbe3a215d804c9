package org.sightline.directory.internal.live;

import java.util.Collection;
import java.util.Map;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.Standing;

/**
 * How far what is in memory was behind what other servers have made of it when that was last compared.
 *
 * @param tenants   how many tenants were behind
 * @param revisions by how many revisions the one that was furthest behind
 */
record RevisionLag(long tenants, long revisions) {

    static final RevisionLag NONE = new RevisionLag(0, 0);

    static RevisionLag between(Collection<TenantSnapshot> loaded, Map<TenantKey, Standing> stored) {
        long[] behind = loaded.stream()
                .mapToLong(state -> behind(state, stored))
                .filter(revisions -> revisions > 0)
                .sorted()
                .toArray();
        return behind.length == 0 ? NONE : new RevisionLag(behind.length, behind[behind.length - 1]);
    }

    private static long behind(TenantSnapshot state, Map<TenantKey, Standing> stored) {
        Standing standing = stored.get(state.directory().tenant().key());
        return standing == null ? 0 : standing.revision() - state.revision();
    }
}
