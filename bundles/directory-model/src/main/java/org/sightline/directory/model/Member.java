package org.sightline.directory.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person in a tenant's directory (docs/concepts.md, "Members"). Profile fields are null when unknown.
 *
 * @param id           unique in the tenant, also after deletion
 * @param name         in Unicode NFC, without control characters
 * @param profile      the optional fixed fields
 * @param departments  at least one, without repeats, except for deleted members, who have none
 * @param customFields values by field in their text form; a field without a value is absent
 * @param status       only active members see and are seen
 */
public record Member(
        UserId id,
        String name,
        Profile profile,
        List<Membership> departments,
        Map<FieldId, String> customFields,
        MemberStatus status) {

    /** Takes copies of the collections. */
    public Member {
        departments = List.copyOf(departments);
        customFields = Map.copyOf(customFields);
    }

    /** Whether the member sees and is seen. */
    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    /** Returns the same member with another status. */
    public Member withStatus(MemberStatus newStatus) {
        return new Member(id, name, profile, departments, customFields, newStatus);
    }

    /** Returns the same member in other departments. */
    public Member withDepartments(List<Membership> newDepartments) {
        return new Member(id, name, profile, newDepartments, customFields, status);
    }

    /**
     * Returns the value of a profile field under its public name ({@code name}, {@code city},
     * {@code custom_fields.<id>}, ...); null when the member has none or there is no such field.
     */
    public @Nullable String field(String fieldName) {
        if (fieldName.equals("name")) {
            return name;
        }
        if (fieldName.startsWith(ProfileField.CUSTOM_PREFIX)) {
            return customField(fieldName.substring(ProfileField.CUSTOM_PREFIX.length()));
        }
        return ProfileField.ofKey(fieldName).map(field -> field.of(profile)).orElse(null);
    }

    private @Nullable String customField(String id) {
        for (Map.Entry<FieldId, String> entry : customFields.entrySet()) {
            if (entry.getKey().value().equals(id)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
