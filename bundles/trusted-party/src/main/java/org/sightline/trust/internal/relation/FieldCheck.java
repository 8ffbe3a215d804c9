package org.sightline.trust.internal.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.ProfileField;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.trust.model.FieldGrants;

/** Whether the fields of a grant exist. What is granted already may stay although the field is gone. */
final class FieldCheck {

    private FieldCheck() {}

    /**
     * Refuses fields that do not exist.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    static void require(FieldGrants wanted, FieldGrants present, DirectorySnapshot directory) {
        List<Fault> faults = new ArrayList<>();
        add(faults, "/visible_fields", wanted.visible(), present.visible(), directory);
        add(faults, "/searchable_fields", wanted.searchable(), present.searchable(), directory);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }

    private static void add(
            List<Fault> faults,
            String pointer,
            Collection<String> wanted,
            Collection<String> present,
            DirectorySnapshot directory) {
        for (String field : wanted) {
            if (!present.contains(field) && !exists(field, directory)) {
                faults.add(new Fault(
                        pointer,
                        Codes.INVALID,
                        "there is no field `" + field + "`; fields are `name`, `department`, those of a profile, and"
                                + " `custom_fields.<id>`"));
            }
        }
    }

    private static boolean exists(String field, DirectorySnapshot directory) {
        return field.equals(FieldGrants.NAME)
                || field.equals(FieldGrants.DEPARTMENT)
                || ProfileField.ofKey(field).isPresent()
                || directory.fields().stream()
                        .anyMatch(custom -> field.equals(ProfileField.CUSTOM_PREFIX + custom.id()));
    }
}
