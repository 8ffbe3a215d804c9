package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.GrantedPermissions;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustPermissions;

/**
 * What one side permits the other (docs/concepts.md, "Access across a trust" and "Fields across a trust").
 *
 * @param find             whether shared members are found by search; never absent in answers
 * @param browse           whether they are seen in the structure; never absent in answers
 * @param visibleFields    profile fields that are seen; always with {@code name}; never absent in answers
 * @param searchableFields profile fields that are searched, as far as they are visible; never absent in answers
 * @param source           where it comes from; absent where that is not for the reader
 */
public record TrustPermissionsJson(
        @Nullable Boolean find,
        @Nullable Boolean browse,
        @Nullable List<@Nullable String> visibleFields,
        @Nullable List<@Nullable String> searchableFields,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        SourceJson source) {

    /** Returns the form of permissions without their source. */
    public static TrustPermissionsJson of(TrustPermissions permissions) {
        return of(permissions, null);
    }

    /** Returns the form of permissions with their source. */
    public static TrustPermissionsJson of(GrantedPermissions granted) {
        return of(
                granted.permissions(),
                new SourceJson(SourceJson.word(granted.customAccess()), SourceJson.word(granted.customFields())));
    }

    private static TrustPermissionsJson of(TrustPermissions permissions, @Nullable SourceJson source) {
        return new TrustPermissionsJson(
                permissions.access().find(),
                permissions.access().browse(),
                List.copyOf(permissions.fields().visible()),
                List.copyOf(permissions.fields().searchable()),
                source);
    }

    /**
     * Custom settings of a relation.
     *
     * @param access null for the tenant's default
     * @param fields null for the tenant's default
     */
    public record Custom(
            @Nullable TrustAccess access, @Nullable FieldGrants fields) {}

    /**
     * Returns the custom settings this form stands for: {@code find} with {@code browse}, and the two lists, are a block
     * each, there or left out as a whole.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Custom toCustom() {
        Faults faults = Faults.none();
        Custom custom = new Custom(
                find == null && browse == null ? null : access(faults),
                visibleFields == null && searchableFields == null ? null : fields(faults));
        faults.refuseIfAny();
        return custom;
    }

    /**
     * Returns the permissions this form stands for; all four members must be there.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public TrustPermissions toModel() {
        Faults faults = Faults.none();
        TrustPermissions permissions = new TrustPermissions(access(faults), fields(faults));
        faults.refuseIfAny();
        return permissions;
    }

    private TrustAccess access(Faults faults) {
        return new TrustAccess(flag(faults, "find", find), flag(faults, "browse", browse));
    }

    private static boolean flag(Faults faults, String name, @Nullable Boolean value) {
        if (value == null) {
            faults.missing(name);
            return false;
        }
        return value;
    }

    private FieldGrants fields(Faults faults) {
        return FieldGrants.of(
                names(faults, "visible_fields", visibleFields), names(faults, "searchable_fields", searchableFields));
    }

    private static List<String> names(Faults faults, String name, @Nullable List<@Nullable String> values) {
        if (values == null) {
            faults.missing(name);
        }
        return faults.list(name, values, text -> text);
    }

    /**
     * Where permissions come from.
     *
     * @param access {@code default} or {@code custom}
     * @param fields {@code default} or {@code custom}
     */
    public record SourceJson(
            @Schema(allowableValues = {"default", "custom"}) String access,

            @Schema(allowableValues = {"default", "custom"}) String fields) {

        static String word(boolean custom) {
            return custom ? "custom" : "default";
        }
    }
}
