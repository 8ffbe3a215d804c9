package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;

/**
 * A tenant's settings (docs/concepts.md, "Tenants").
 *
 * @param tenantKey   generated when absent
 * @param name        never absent in answers
 * @param plan        {@code starter}, {@code basic}, {@code pro} or {@code enterprise}
 * @param timeZone    IANA name; {@code UTC} when absent
 * @param region      free text; absent when the tenant has none
 * @param locale      BCP 47 tag; {@code en} when absent
 * @param findByPhone true when absent
 */
public record TenantJson(
        @Nullable String tenantKey,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"starter", "basic", "pro", "enterprise"})
        @Nullable
        String plan,

        @Nullable String timeZone,
        @Nullable String region,
        @Nullable String locale,
        @Nullable Boolean findByPhone) {

    /** Returns the form of a tenant. */
    public static TenantJson of(Tenant tenant) {
        return new TenantJson(
                tenant.key().value(),
                tenant.name(),
                tenant.plan().key(),
                tenant.timeZone().getId(),
                tenant.region(),
                tenant.locale().toLanguageTag(),
                tenant.findByPhone());
    }

    /**
     * Returns the tenant this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Tenant toModel() {
        Faults faults = Faults.none();
        Tenant tenant = read(faults);
        faults.refuseIfAny();
        return tenant;
    }

    /**
     * Returns this form with a merge patch applied.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for the key, otherwise as {@link MergePatch}
     */
    public TenantJson patchedBy(JsonNode patch) {
        return MergePatch.apply(this, patch, TenantJson.class, "tenant_key");
    }

    Tenant read(Faults faults) {
        return new Tenant(
                faults.optional("tenant_key", tenantKey, TenantKey::new, TenantKey::random),
                faults.text("name", name),
                faults.requiredWord("plan", plan, Plan::ofKey, Plan.STARTER),
                faults.optional("time_zone", timeZone, TenantJson::zone, () -> ZoneId.of("UTC")),
                Texts.orNull(region),
                faults.optional("locale", locale, TenantJson::language, () -> Locale.ENGLISH),
                findByPhone == null || findByPhone);
    }

    private static ZoneId zone(String name) {
        if (name.equals(ZoneOffset.UTC.getId())
                || !ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("must be a time zone of the IANA list, such as `Asia/Tokyo` or `UTC`");
        }
        return ZoneId.of(name);
    }

    private static Locale language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (locale.getLanguage().isEmpty()) {
                throw new IllegalArgumentException("must be a language tag, such as `ja` or `pt-BR`");
            }
            return locale;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("must be a language tag, such as `ja` or `pt-BR`", e);
        }
    }
}
