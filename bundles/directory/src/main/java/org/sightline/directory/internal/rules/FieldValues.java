package org.sightline.directory.internal.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.sightline.directory.model.CustomField;

/** Rules for the values of custom fields (docs/concepts.md, "Custom fields"). */
final class FieldValues {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private FieldValues() {}

    /** Notes what is wrong with a value. */
    static void check(String pointer, String value, CustomField field, Faults faults) {
        switch (field.type()) {
            case TEXT -> Line.check(pointer, value, Limits.CUSTOM_TEXT, faults);
            case NUMBER ->
                checkThat(
                        NUMBER.matcher(value).matches() && digits(value) <= Limits.NUMBER_DIGITS,
                        pointer,
                        "must be a number such as `12` or `-3.5`, with at most " + Limits.NUMBER_DIGITS + " digits",
                        faults);
            case DATE -> checkThat(isDate(value), pointer, "must be a date such as `2026-03-01`", faults);
            case URL ->
                checkThat(
                        isUrl(value),
                        pointer,
                        "must be an address such as `https://example.org/page`, at most " + Limits.URL + " characters",
                        faults);
            case CHOICE ->
                checkThat(
                        field.choices().contains(value),
                        pointer,
                        "must be one of the choices of `" + field.id() + "`",
                        faults);
        }
    }

    private static void checkThat(boolean right, String pointer, String detail, Faults faults) {
        if (!right) {
            faults.invalid(pointer, detail);
        }
    }

    private static long digits(String number) {
        return number.chars().filter(c -> c != '-' && c != '.').count();
    }

    private static boolean isDate(String value) {
        try {
            return DATE.matcher(value).matches() && LocalDate.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme();
            return value.length() <= Limits.URL
                    && uri.getHost() != null
                    && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
