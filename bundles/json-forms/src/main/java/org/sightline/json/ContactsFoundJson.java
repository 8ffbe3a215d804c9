package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.Peer;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.FieldGrants;

/**
 * Somebody or something that a search of the contacts found (docs/concepts.md, "Search"). Profile fields are absent when
 * unknown or not released, and with departments.
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
     * @param view  where it was found, which tells the profile fields that are seen
     * @param types of the tenant's custom fields, by which numbers are shown as numbers
     */
    public static ContactsFoundJson of(
            ContactsHit hit, ContactsView view, DirectorySnapshot directory, FieldTypes types) {
        TenantKey tenant = directory.tenant().key();
        return hit.kind() == EntryKind.DEPARTMENT
                ? ofDepartment(hit, tenant, directory.department(hit.number()))
                : ofMember(hit, tenant, view.profile(hit.number()), types);
    }

    /** Returns the form of somebody who is only known by name. */
    public static ContactsFoundJson of(Peer peer) {
        return named(EntryKind.MEMBER, peer.tenant(), peer.user().value(), peer.name(), FieldGrants.NAME);
    }

    private static ContactsFoundJson ofDepartment(ContactsHit hit, TenantKey tenant, Department department) {
        return named(hit.kind(), tenant, department.id().value(), department.name(), hit.matchedField());
    }

    private static ContactsFoundJson named(
            EntryKind kind, TenantKey tenant, String id, String name, String matchedField) {
        return new ContactsFoundJson(
                kind.key(), tenant.value(), id, name, matchedField, null, null, null, null, null, null, null, null);
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
