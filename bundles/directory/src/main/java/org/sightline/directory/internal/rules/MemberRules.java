package org.sightline.directory.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;

/** Rules for members (docs/concepts.md, "Members"). */
public final class MemberRules {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final List<Membership> IN_ROOT = List.of(new Membership(DepartmentId.ROOT, 0));

    private MemberRules() {}

    /** Returns the member as it is kept: texts in NFC, in the root when in no department, nowhere when deleted. */
    public static Member tidy(Member member) {
        return new Member(
                member.id(),
                Line.nfc(member.name()),
                tidy(member.profile()),
                places(member),
                tidy(member.customFields()),
                member.status());
    }

    private static Profile tidy(Profile profile) {
        return new Profile(
                Line.nfcOrNull(profile.enName()),
                Line.nfcOrNull(profile.email()),
                Line.nfcOrNull(profile.mobile()),
                Line.nfcOrNull(profile.employeeNo()),
                Line.nfcOrNull(profile.jobTitle()),
                Line.nfcOrNull(profile.city()),
                Line.nfcOrNull(profile.country()));
    }

    private static List<Membership> places(Member member) {
        if (member.status() == MemberStatus.DELETED) {
            return List.of();
        }
        return member.departments().isEmpty() ? IN_ROOT : member.departments();
    }

    private static Map<FieldId, String> tidy(Map<FieldId, String> values) {
        if (values.isEmpty()) {
            return values;
        }
        Map<FieldId, String> tidied = new HashMap<>(values);
        tidied.replaceAll((field, value) -> Line.nfc(value));
        return tidied;
    }

    /** Notes what is wrong with a tidy member, apart from what only a look at all others can tell. */
    public static void check(Member member, Known known, Faults faults) {
        Line.check("/name", member.name(), Limits.NAME, faults);
        checkProfile(member.profile(), faults);
        Named.check(
                "/department_ids",
                departments(member),
                Limits.MEMBER_DEPARTMENTS,
                "department",
                known::hasDepartment,
                faults);
        checkCustomFields(member.customFields(), known, faults.below("/custom_fields"));
    }

    private static List<DepartmentId> departments(Member member) {
        return member.departments().stream().map(Membership::department).toList();
    }

    private static void checkProfile(Profile profile, Faults faults) {
        Line.checkOptional("/en_name", profile.enName(), Limits.NAME, faults);
        Line.checkOptional("/email", profile.email(), Limits.EMAIL, faults);
        Line.checkOptional("/mobile", profile.mobile(), Limits.MOBILE, faults);
        Line.checkOptional("/employee_no", profile.employeeNo(), Limits.PROFILE_TEXT, faults);
        Line.checkOptional("/job_title", profile.jobTitle(), Limits.PROFILE_TEXT, faults);
        Line.checkOptional("/city", profile.city(), Limits.PROFILE_TEXT, faults);
        Line.checkOptional("/country", profile.country(), Limits.PROFILE_TEXT, faults);
        @Nullable String email = profile.email();
        if (email != null && !EMAIL.matcher(email).matches()) {
            faults.invalid("/email", "must be an email address such as `anna@example.org`");
        }
    }

    private static void checkCustomFields(Map<FieldId, String> values, Known known, Faults faults) {
        values.keySet().stream().sorted().forEach(id -> {
            Optional<CustomField> field = known.field(id);
            String value = values.getOrDefault(id, "");
            if (field.isEmpty()) {
                faults.invalid("/" + id, "there is no custom field `" + id + "`");
            } else {
                FieldValues.check("/" + id, value, field.get(), faults);
            }
        });
    }
}
