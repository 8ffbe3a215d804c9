package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.PhoneNumber;

/**
 * A phone number to find somebody by.
 *
 * @param mobile must be there, written in any usual way
 */
public record PhoneJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "+49 (89) 1234-56") @Nullable
        String mobile) {

    /**
     * Returns the number.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is missing or not a phone number
     */
    public PhoneNumber toModel() {
        Faults faults = Faults.none();
        PhoneNumber number = PhoneNumber.of(faults.text("mobile", mobile)).orElse(null);
        if (mobile != null && number == null) {
            faults.invalid(
                    "mobile",
                    "a phone number has 1 to 50 digits, with a plus before them if need be, and nothing else but blanks,"
                            + " dots, dashes, slashes and parentheses");
        }
        faults.refuseIfAny();
        if (number == null) {
            throw new IllegalStateException("a missing number is a fault");
        }
        return number;
    }
}
