package org.sightline.directory.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fixed optional profile fields under their public names. */
public enum ProfileField {
    /** The name in Latin script. */
    EN_NAME(Profile::enName),
    /** The email address. */
    EMAIL(Profile::email),
    /** The phone number. */
    MOBILE(Profile::mobile),
    /** The organisation's own number. */
    EMPLOYEE_NO(Profile::employeeNo),
    /** What the member does. */
    JOB_TITLE(Profile::jobTitle),
    /** Where the member works. */
    CITY(Profile::city),
    /** Where the member works. */
    COUNTRY(Profile::country);

    /** What stands before the id of a custom field in a field name. */
    public static final String CUSTOM_PREFIX = "custom_fields.";

    @SuppressWarnings("ImmutableEnumChecker") // method references hold no state
    private final Function<Profile, @Nullable String> reader;

    ProfileField(Function<Profile, @Nullable String> reader) {
        this.reader = reader;
    }

    /** Returns the public name, such as {@code job_title}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns this field's value; null when unknown. */
    public @Nullable String of(Profile profile) {
        return reader.apply(profile);
    }

    /** Returns the field with this public name; empty when there is none. */
    public static Optional<ProfileField> ofKey(String key) {
        for (ProfileField field : values()) {
            if (field.key().equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
