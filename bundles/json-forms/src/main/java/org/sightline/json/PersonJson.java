package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Names a member of any tenant (docs/concepts.md, "Communication").
 *
 * @param tenantKey never absent in answers
 * @param userId    never absent in answers
 */
public record PersonJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String tenantKey,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String userId) {

    /** Returns the form of a person. */
    public static PersonJson of(Person person) {
        return new PersonJson(person.tenant().value(), person.user().value());
    }

    Person toModel(Faults faults) {
        return new Person(
                faults.required("tenant_key", tenantKey, TenantKey::new, TenantKey::random),
                faults.required("user_id", userId, UserId::new, UserId::random));
    }
}
