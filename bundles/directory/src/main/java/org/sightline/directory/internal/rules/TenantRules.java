package org.sightline.directory.internal.rules;

import org.sightline.directory.model.Tenant;

/** Rules for a tenant's settings (docs/concepts.md, "Tenants"). */
public final class TenantRules {

    private TenantRules() {}

    /** Returns the tenant as it is kept: texts in NFC. */
    public static Tenant tidy(Tenant tenant) {
        return new Tenant(
                tenant.key(),
                Line.nfc(tenant.name()),
                tenant.plan(),
                tenant.timeZone(),
                Line.nfcOrNull(tenant.region()),
                tenant.locale(),
                tenant.findByPhone());
    }

    /** Notes what is wrong with a tidy tenant. */
    public static void check(Tenant tenant, Faults faults) {
        Line.check("/name", tenant.name(), Limits.NAME, faults);
        Line.checkOptional("/region", tenant.region(), Limits.REGION, faults);
        String locale = tenant.locale().toLanguageTag();
        if (locale.equals("und") || locale.length() > Limits.LOCALE) {
            faults.invalid(
                    "/locale",
                    "must be a language tag such as `en` or `ja-JP`, at most " + Limits.LOCALE + " characters");
        }
    }
}
