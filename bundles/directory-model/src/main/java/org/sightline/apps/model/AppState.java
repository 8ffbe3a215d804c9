package org.sightline.apps.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's apps at one revision, what they ask for and what they were granted. Immutable; versions and reviews are in
 * order of creation.
 *
 * @param rules    how requests are taken
 * @param apps     by id
 * @param versions of each app that has any
 * @param reviews  closed ones included
 * @param grants   in force, of each app that has any
 */
public record AppState(
        ApprovalRules rules,
        SortedMap<AppId, App> apps,
        SortedMap<AppId, List<AppVersion>> versions,
        List<AppReview> reviews,
        SortedMap<AppId, SortedMap<AppPermission, AppGrant>> grants) {

    private static final Comparator<AppVersion> VERSIONS =
            Comparator.comparing(AppVersion::submittedAt).thenComparing(AppVersion::version);
    private static final Comparator<AppReview> REVIEWS =
            Comparator.comparing(AppReview::createdAt).thenComparing(AppReview::id);

    /** As every tenant begins. */
    public static final AppState EMPTY =
            new AppState(ApprovalRules.RECOMMENDED, new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>());

    /** Takes copies and puts everything in order. */
    public AppState {
        apps = Collections.unmodifiableSortedMap(new TreeMap<>(apps));
        SortedMap<AppId, List<AppVersion>> sorted = new TreeMap<>();
        versions.forEach((app, each) -> sorted.put(app, inOrder(each, VERSIONS)));
        versions = Collections.unmodifiableSortedMap(sorted);
        reviews = inOrder(reviews, REVIEWS);
        SortedMap<AppId, SortedMap<AppPermission, AppGrant>> copies = new TreeMap<>();
        grants.forEach((app, each) -> copies.put(app, Collections.unmodifiableSortedMap(new TreeMap<>(each))));
        grants = Collections.unmodifiableSortedMap(copies);
    }

    private static <T> List<T> inOrder(Collection<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    /** Returns one app; empty for an unknown id. */
    public Optional<App> app(AppId id) {
        return Optional.ofNullable(apps.get(id));
    }

    /** Returns an app's versions, in order of submission. */
    public List<AppVersion> versionsOf(AppId id) {
        return versions.getOrDefault(id, List.of());
    }

    /** Returns one version of an app; empty when there is none of that name. */
    public Optional<AppVersion> version(AppId id, String version) {
        return versionsOf(id).stream()
                .filter(each -> each.version().equals(version))
                .findFirst();
    }

    /** Returns one review; empty for an unknown id. */
    public Optional<AppReview> review(String id) {
        return reviews.stream().filter(review -> review.id().equals(id)).findFirst();
    }

    /** Returns the permissions in force for an app, by name. */
    public SortedMap<AppPermission, AppGrant> grantsOf(AppId id) {
        return grants.getOrDefault(id, Collections.emptySortedMap());
    }

    /** Returns the state after changes, in their order. */
    public AppState with(Collection<AppChange> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Edit edit = new Edit(this);
        changes.forEach(edit::take);
        return edit.state();
    }

    /** A state being changed. */
    private static final class Edit {

        private ApprovalRules rules;
        private final SortedMap<AppId, App> apps;
        private final SortedMap<AppId, List<AppVersion>> versions;
        private final List<AppReview> reviews;
        private final SortedMap<AppId, SortedMap<AppPermission, AppGrant>> grants;

        Edit(AppState state) {
            rules = state.rules;
            apps = new TreeMap<>(state.apps);
            versions = new TreeMap<>(state.versions);
            reviews = new ArrayList<>(state.reviews);
            grants = new TreeMap<>(state.grants);
        }

        void take(AppChange change) {
            if (change instanceof AppChange.PutRules put) {
                rules = put.rules();
            } else if (change instanceof AppChange.PutApp put) {
                apps.put(put.app().id(), put.app());
            } else if (change instanceof AppChange.RemoveApp remove) {
                apps.remove(remove.id());
                versions.remove(remove.id());
                reviews.removeIf(review -> review.app().equals(remove.id()));
                grants.remove(remove.id());
            } else if (change instanceof AppChange.PutVersion put) {
                putVersion(put.version());
            } else if (change instanceof AppChange.PutReview put) {
                reviews.removeIf(old -> old.id().equals(put.review().id()));
                reviews.add(put.review());
            } else {
                takeGrant(change);
            }
        }

        private void putVersion(AppVersion version) {
            List<AppVersion> changed = new ArrayList<>(versions.getOrDefault(version.app(), List.of()));
            changed.removeIf(old -> old.version().equals(version.version()));
            changed.add(version);
            versions.put(version.app(), changed);
        }

        private void takeGrant(AppChange change) {
            if (change instanceof AppChange.PutGrant put) {
                SortedMap<AppPermission, AppGrant> changed =
                        grantsOf(put.grant().app());
                changed.put(put.grant().permission(), put.grant());
                grants.put(put.grant().app(), changed);
            } else if (change instanceof AppChange.RemoveGrant remove) {
                SortedMap<AppPermission, AppGrant> changed = grantsOf(remove.app());
                changed.remove(remove.permission());
                if (changed.isEmpty()) {
                    grants.remove(remove.app());
                } else {
                    grants.put(remove.app(), changed);
                }
            }
        }

        private SortedMap<AppPermission, AppGrant> grantsOf(AppId app) {
            return new TreeMap<>(grants.getOrDefault(app, Collections.emptySortedMap()));
        }

        AppState state() {
            return new AppState(rules, apps, versions, reviews, grants);
        }
    }
}
