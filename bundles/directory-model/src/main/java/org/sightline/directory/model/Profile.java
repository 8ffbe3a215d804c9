package org.sightline.directory.model;

import org.jspecify.annotations.Nullable;

/**
 * The optional fixed fields of a member; each is null when unknown, never empty.
 *
 * @param enName     the name in Latin script
 * @param email      unique in the tenant, ignoring case
 * @param mobile     phone number, as the tenant writes it
 * @param employeeNo the organisation's own number
 * @param jobTitle   what the member does
 * @param city       where the member works
 * @param country    where the member works
 */
public record Profile(
        @Nullable String enName,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String employeeNo,
        @Nullable String jobTitle,
        @Nullable String city,
        @Nullable String country) {

    /** A profile of which nothing is known. */
    public static final Profile EMPTY = new Profile(null, null, null, null, null, null, null);
}
