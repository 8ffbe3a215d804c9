package org.sightline.storage.internal.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.ApprovalRules;

/** The changes of one commit to a tenant's apps, as {@link CollectedChanges} has those to everything else. */
final class CollectedApps {

    final Map<String, Optional<ApprovalRules>> rules = new LinkedHashMap<>();
    final Map<String, Optional<App>> apps = new LinkedHashMap<>();
    final Map<String, Optional<AppVersion>> versions = new LinkedHashMap<>();
    final Map<String, Optional<AppReview>> reviews = new LinkedHashMap<>();
    final Map<String, Optional<AppGrant>> grants = new LinkedHashMap<>();

    /** Apps of which all that is stored goes, before what is here comes. */
    final List<AppId> gone = new ArrayList<>();

    void collect(AppChange change) {
        if (change instanceof AppChange.PutRules put) {
            rules.put(ApprovalRulesForm.ID, Optional.of(put.rules()));
        } else if (change instanceof AppChange.PutApp put) {
            apps.put(put.app().id().value(), Optional.of(put.app()));
        } else if (change instanceof AppChange.RemoveApp remove) {
            remove(remove.id());
        } else if (change instanceof AppChange.PutVersion put) {
            versions.put(AppVersionForm.id(put.version().app(), put.version().version()), Optional.of(put.version()));
        } else if (change instanceof AppChange.PutReview put) {
            reviews.put(put.review().id(), Optional.of(put.review()));
        } else if (change instanceof AppChange.PutGrant put) {
            grants.put(AppGrantForm.id(put.grant().app(), put.grant().permission()), Optional.of(put.grant()));
        } else if (change instanceof AppChange.RemoveGrant remove) {
            grants.put(AppGrantForm.id(remove.app(), remove.permission()), Optional.empty());
        } else {
            throw new IllegalArgumentException("no table for " + change.getClass());
        }
    }

    private void remove(AppId id) {
        apps.put(id.value(), Optional.empty());
        versions.keySet().removeIf(key -> key.startsWith(AppVersionForm.prefix(id)));
        reviews.values()
                .removeIf(review -> review.isPresent() && review.get().app().equals(id));
        grants.keySet().removeIf(key -> key.startsWith(AppGrantForm.prefix(id)));
        gone.add(id);
    }
}
