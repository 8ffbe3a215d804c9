package org.sightline.json;

import java.time.Instant;
import java.util.List;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.PermissionName;

/**
 * A member's consent.
 *
 * @param appId       the app that may act for the member
 * @param name        the app's
 * @param permissions all that the member has agreed to, by name
 * @param agreedAt    when last
 */
public record AppConsentJson(String appId, String name, List<String> permissions, Instant agreedAt) {

    /** Returns the form of a consent. */
    public static AppConsentJson of(AppConsent consent, String name) {
        return new AppConsentJson(
                consent.app().value(),
                name,
                consent.permissions().stream().map(PermissionName::value).toList(),
                consent.agreedAt());
    }
}
