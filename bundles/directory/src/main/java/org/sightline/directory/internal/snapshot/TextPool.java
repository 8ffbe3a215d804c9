package org.sightline.directory.internal.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;

/** Lets members share the values that many of them have: cities, titles, places in departments. */
@SuppressWarnings("ReferenceEquality") // being the very same instance is what this is about
final class TextPool {

    /** Beyond this many different values sharing hardly pays, and what nobody uses any more would pile up. */
    private static final int MOST = 50_000;

    private final Map<Object, Object> shared = new ConcurrentHashMap<>();

    /** Returns an equal member made of shared parts; the same when it already is. */
    Member share(Member member) {
        Profile profile = share(member.profile());
        List<Membership> departments = shareMemberships(member.departments());
        Map<FieldId, String> customFields = shareKeys(member.customFields());
        boolean isShared = profile == member.profile()
                && departments == member.departments()
                && customFields == member.customFields();
        return isShared
                ? member
                : new Member(member.id(), member.name(), profile, departments, customFields, member.status());
    }

    private Profile share(Profile profile) {
        if (profile.equals(Profile.EMPTY)) {
            return Profile.EMPTY;
        }
        @Nullable String jobTitle = shareText(profile.jobTitle());
        @Nullable String city = shareText(profile.city());
        @Nullable String country = shareText(profile.country());
        if (jobTitle == profile.jobTitle() && city == profile.city() && country == profile.country()) {
            return profile;
        }
        return new Profile(
                profile.enName(), profile.email(), profile.mobile(), profile.employeeNo(), jobTitle, city, country);
    }

    private List<Membership> shareMemberships(List<Membership> memberships) {
        @Nullable Object known = shared.get(memberships);
        if (known != null) {
            @SuppressWarnings("unchecked") // lists of memberships are the only lists in here
            List<Membership> same = (List<Membership>) known;
            return same;
        }
        List<Membership> parts = new ArrayList<>(memberships.size());
        for (Membership membership : memberships) {
            parts.add(shareAny(membership));
        }
        return shareAny(List.copyOf(parts));
    }

    private Map<FieldId, String> shareKeys(Map<FieldId, String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        boolean isShared = true;
        Map<FieldId, String> result = new HashMap<>();
        for (Map.Entry<FieldId, String> entry : values.entrySet()) {
            FieldId key = shareAny(entry.getKey());
            isShared &= key == entry.getKey();
            result.put(key, entry.getValue());
        }
        return isShared ? values : Map.copyOf(result);
    }

    private @Nullable String shareText(@Nullable String text) {
        return text == null ? null : shareAny(text);
    }

    private <T> T shareAny(T value) {
        @Nullable Object known = shared.get(value);
        if (known == null) {
            if (shared.size() < MOST) {
                shared.put(value, value);
            }
            return value;
        }
        @SuppressWarnings("unchecked") // equal things here have the same type
        T same = (T) known;
        return same;
    }
}
