package org.sightline.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Profile;

/**
 * A member as another one, of the same tenant or of a trusting one, sees them. Absent means unknown, or not released.
 *
 * @param userId       the member
 * @param name         always there
 * @param enName       the name in Latin script
 * @param email        unique in the tenant, ignoring case
 * @param mobile       phone number, as the tenant writes it
 * @param employeeNo   the organisation's own number
 * @param jobTitle     what the member does
 * @param city         where the member works
 * @param country      where the member works
 * @param customFields value by field id: a number for fields of the type {@code number}, a text for all others
 * @param departments  those the viewer sees; absent when the member's tenant does not release them
 */
public record ContactsUserJson(
        String userId,
        String name,
        @Nullable String enName,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String employeeNo,
        @Nullable String jobTitle,
        @Nullable String city,
        @Nullable String country,
        @Nullable Map<String, @Nullable Object> customFields,
        @Nullable List<Place> departments) {

    /**
     * A department a member is in.
     *
     * @param id   the department
     * @param name the department's name
     */
    public record Place(String id, String name) {

        /** Returns the form of a department. */
        public static Place of(Department department) {
            return new Place(department.id().value(), department.name());
        }
    }

    /**
     * Returns the form of a member.
     *
     * @param departments those the viewer sees; null when they are not released
     * @param types       of the tenant's custom fields, by which numbers are shown as numbers
     */
    public static ContactsUserJson of(Member member, @Nullable List<Department> departments, FieldTypes types) {
        Profile profile = member.profile();
        return new ContactsUserJson(
                member.id().value(),
                member.name(),
                profile.enName(),
                profile.email(),
                profile.mobile(),
                profile.employeeNo(),
                profile.jobTitle(),
                profile.city(),
                profile.country(),
                UserJson.customFields(member, types),
                departments == null ? null : departments.stream().map(Place::of).toList());
    }
}
