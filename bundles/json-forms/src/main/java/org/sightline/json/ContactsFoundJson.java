package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.TenantKey;

/**
 * Somebody or something that a search of the contacts found (docs/concepts.md, "Search"). Profile fields are absent when
 * unknown, and with departments.
 *
 * @param kind         what it is
 * @param tenantKey    whose it is
 * @param id           of the member or the department
 * @param name         of the member or the department
 * @param matchedField the first field that has all words
 * @param enName       the name in Latin script
 * @param email        unique in the tenant, ignoring case
 * @param mobile       phone number, as the tenant writes it
 * @param employeeNo   the organisation's own number
 * @param jobTitle     what the member does
 * @param city         where the member works
 * @param country      where the member works
 * @param customFields value by field id: a number for fields of the type {@code number}, a text for all others
 */
public record ContactsFoundJson(
        @Schema(allowableValues = {"member", "department"}) String kind,
        String tenantKey,
        String id,
        String name,
        String matchedField,
        @Nullable String enName,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String employeeNo,
        @Nullable String jobTitle,
        @Nullable String city,
        @Nullable String country,
        @Nullable Map<String, @Nullable Object> customFields) {

    /**
     * Returns the form of a hit.
     *
     * @param types of the tenant's custom fields, by which numbers are shown as numbers
     */
    public static ContactsFoundJson of(ContactsHit hit, DirectorySnapshot directory, FieldTypes types) {
        TenantKey tenant = directory.tenant().key();
        return hit.kind() == EntryKind.DEPARTMENT
                ? ofDepartment(hit, tenant, directory.department(hit.number()))
                : ofMember(hit, tenant, directory.member(hit.number()), types);
    }

    private static ContactsFoundJson ofDepartment(ContactsHit hit, TenantKey tenant, Department department) {
        return new ContactsFoundJson(
                hit.kind().key(),
                tenant.value(),
                department.id().value(),
                department.name(),
                hit.matchedField(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ContactsFoundJson ofMember(ContactsHit hit, TenantKey tenant, Member member, FieldTypes types) {
        Profile profile = member.profile();
        return new ContactsFoundJson(
                hit.kind().key(),
                tenant.value(),
                member.id().value(),
                member.name(),
                hit.matchedField(),
                profile.enName(),
                profile.email(),
                profile.mobile(),
                profile.employeeNo(),
                profile.jobTitle(),
                profile.city(),
                profile.country(),
                UserJson.customFields(member, types));
    }
}
