package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionUse;

/**
 * A permission that apps can ask for (docs/concepts.md, "Permissions").
 *
 * @param name              what an OAuth client calls a scope
 * @param text              what it allows, in the reader's language, else in English
 * @param category          what it is about
 * @param specificSensitive whether it opens contacts or messages
 * @param identities        the identities it exists for
 */
public record AppPermissionJson(
        String name, String text, String category, boolean specificSensitive, IdentitiesJson identities) {

    /** Returns the form of a permission. */
    public static AppPermissionJson of(Permission permission, Locale reader) {
        return new AppPermissionJson(
                permission.name().value(),
                permission.text(reader),
                permission.category(),
                permission.specificSensitive(),
                new IdentitiesJson(
                        permission.use(Identity.APP).map(UseJson::of).orElse(null),
                        permission.use(Identity.USER).map(UseJson::of).orElse(null)));
    }

    /**
     * For whom a permission exists.
     *
     * @param app  the app itself; absent when it does not exist for apps
     * @param user a member for whom the app acts; absent when it does not exist for members
     */
    public record IdentitiesJson(
            @Nullable UseJson app, @Nullable UseJson user) {}

    /**
     * What the catalogue says about a permission for one identity.
     *
     * @param level       how sensitive it is
     * @param recommended what the platform recommends; the tenant's own rules are at {@code /app-approval-rules}
     */
    public record UseJson(
            @Schema(allowableValues = {"non_sensitive", "advanced"})
            String level,

            @Schema(allowableValues = {"auto", "review"}) String recommended) {

        static UseJson of(PermissionUse use) {
            return new UseJson(use.level().key(), use.recommended().key());
        }
    }
}
