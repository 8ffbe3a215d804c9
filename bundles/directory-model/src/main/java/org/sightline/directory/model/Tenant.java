package org.sightline.directory.model;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One organisation with a directory of its own (docs/concepts.md, "Tenants").
 *
 * @param key        unique over the server
 * @param name       shown to people; also the name of the root department
 * @param plan       decides quotas
 * @param timeZone   where the tenant's day begins
 * @param region     free text, compared as it is; null when the tenant has none
 * @param locale     decides collation and the language of texts
 * @param findByPhone whether members may be found by exact phone number from outside
 */
public record Tenant(
        TenantKey key,
        String name,
        Plan plan,
        ZoneId timeZone,
        @Nullable String region,
        Locale locale,
        boolean findByPhone) {}
