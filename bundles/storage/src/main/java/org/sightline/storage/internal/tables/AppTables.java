package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.directory.model.TenantKey;

/** The tables that hold tenants' apps, within a transaction of the caller's. */
final class AppTables {

    /** The names of those whose rows hold from one revision up to another. */
    static final List<String> VERSIONED =
            List.of("app_approval_rules", "app", "app_version", "app_review", "app_grant");

    /** The names of all. */
    static final List<String> ALL =
            Stream.concat(VERSIONED.stream(), Stream.of(AppRegistrations.TABLE)).toList();

    private final VersionedTable<ApprovalRules> rules = new VersionedTable<>(new ApprovalRulesForm());
    private final VersionedTable<App> apps = new VersionedTable<>(new AppForm());
    private final VersionedTable<AppVersion> versions = new VersionedTable<>(new AppVersionForm());
    private final VersionedTable<AppReview> reviews = new VersionedTable<>(new AppReviewForm());
    private final VersionedTable<AppGrant> grants = new VersionedTable<>(new AppGrantForm());
    private final AppRegistrations registrations = new AppRegistrations();

    AppState load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        SortedMap<AppId, App> byId = new TreeMap<>();
        apps.forEach(connection, tenant, revision, app -> byId.put(app.id(), app));
        SortedMap<AppId, List<AppVersion>> versionsByApp = new TreeMap<>();
        versions.forEach(connection, tenant, revision, version -> versionsByApp
                .computeIfAbsent(version.app(), app -> new ArrayList<>())
                .add(version));
        SortedMap<AppId, SortedMap<AppPermission, AppGrant>> grantsByApp = new TreeMap<>();
        grants.forEach(connection, tenant, revision, grant -> grantsByApp
                .computeIfAbsent(grant.app(), app -> new TreeMap<>())
                .put(grant.permission(), grant));
        return new AppState(
                rules.load(connection, tenant, revision).stream().findFirst().orElse(ApprovalRules.RECOMMENDED),
                byId,
                versionsByApp,
                reviews.load(connection, tenant, revision),
                grantsByApp);
    }

    /**
     * Writes what a commit changes.
     *
     * @throws org.sightline.store.AppIdTakenException when an app's id belongs to another tenant
     */
    void write(Connection connection, TenantKey tenant, long revision, CollectedApps changes) throws SQLException {
        for (Map.Entry<String, Optional<App>> app : changes.apps.entrySet()) {
            if (app.getValue().isPresent()) {
                registrations.register(connection, tenant, app.getKey());
            }
        }
        rules.replace(connection, tenant, revision, changes.rules);
        for (AppId id : changes.gone) {
            closeAllOf(connection, tenant, revision, id);
        }
        apps.replace(connection, tenant, revision, changes.apps);
        versions.replace(connection, tenant, revision, changes.versions);
        reviews.replace(connection, tenant, revision, changes.reviews);
        grants.replace(connection, tenant, revision, changes.grants);
    }

    private void closeAllOf(Connection connection, TenantKey tenant, long revision, AppId id) throws SQLException {
        close(
                versions,
                connection,
                tenant,
                revision,
                version -> version.app().equals(id) ? AppVersionForm.id(id, version.version()) : "");
        close(reviews, connection, tenant, revision, review -> review.app().equals(id) ? review.id() : "");
        close(
                grants,
                connection,
                tenant,
                revision,
                grant -> grant.app().equals(id) ? AppGrantForm.id(id, grant.permission()) : "");
    }

    /** Closes the rows for which there is an id; it is empty for those that stay. */
    private static <V> void close(
            VersionedTable<V> table,
            Connection connection,
            TenantKey tenant,
            long revision,
            Function<V, String> idToClose)
            throws SQLException {
        List<String> ids = new ArrayList<>();
        table.forEach(connection, tenant, revision, value -> {
            String id = idToClose.apply(value);
            if (!id.isEmpty()) {
                ids.add(id);
            }
        });
        table.close(connection, tenant, revision, ids);
    }

    Optional<TenantKey> tenantOf(Connection connection, AppId app) throws SQLException {
        return registrations.tenantOf(connection, app.value());
    }
}
