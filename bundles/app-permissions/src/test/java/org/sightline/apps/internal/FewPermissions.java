package org.sightline.apps.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;

/**
 * A catalogue of one permission for each level, with the mark and without: {@code p:non_sensitive},
 * {@code p:advanced.marked} and so on, for both identities; and {@code p:app_only} for apps alone.
 */
public final class FewPermissions implements AppPermissions {

    public static final String MARKED = ".marked";

    private final List<Permission> all = new ArrayList<>();

    public FewPermissions() {
        for (PermissionLevel level : PermissionLevel.values()) {
            all.add(permission("p:" + level.key(), level, false, Identity.values()));
            all.add(permission("p:" + level.key() + MARKED, level, true, Identity.values()));
        }
        all.add(permission("p:app_only", PermissionLevel.ADVANCED, false, Identity.APP));
    }

    private static Permission permission(String name, PermissionLevel level, boolean marked, Identity... identities) {
        Map<Identity, PermissionUse> uses = new EnumMap<>(Identity.class);
        for (Identity identity : identities) {
            Approval recommended = ApprovalRules.RECOMMENDED.byTable(level, identity, marked);
            uses.put(identity, new PermissionUse(level, recommended));
        }
        return new Permission(new PermissionName(name), Map.of(Locale.ENGLISH, name), "test", marked, uses);
    }

    @Override
    public List<Permission> list() {
        return all;
    }

    @Override
    public Optional<Permission> find(PermissionName name) {
        return all.stream().filter(permission -> permission.name().equals(name)).findFirst();
    }
}
