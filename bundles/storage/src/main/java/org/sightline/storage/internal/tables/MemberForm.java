package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;

/**
 * Members with their numbers as rows of {@code member}; places in departments are one text, {@code a:0 b:-7}. One form
 * serves one load or commit by one thread: it shares what many members have in common.
 */
final class MemberForm implements RowForm<MemberForm.NumberedMember> {

    /** A member and the number for good. */
    record NumberedMember(int number, Member member) {}

    private final Map<String, List<Membership>> places = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    @Override
    public String table() {
        return "member";
    }

    @Override
    public String idColumn() {
        return "user_id";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "member_number",
                "name",
                "en_name",
                "email",
                "mobile",
                "employee_no",
                "job_title",
                "city",
                "country",
                "departments",
                "custom_fields",
                "status",
                "mobile_key");
    }

    @Override
    public String id(NumberedMember numbered) {
        return numbered.member().id().value();
    }

    @Override
    public void write(NumberedMember numbered, RowWriter row) throws SQLException {
        Member member = numbered.member();
        Profile profile = member.profile();
        row.number(numbered.number())
                .text(member.name())
                .text(profile.enName())
                .text(profile.email())
                .text(profile.mobile())
                .text(profile.employeeNo())
                .text(profile.jobTitle())
                .text(profile.city())
                .text(profile.country())
                .ids(member.departments(), place -> place.department() + ":" + place.order())
                .text(StoredJson.text(byName(member.customFields())))
                .text(member.status().key())
                .text(mobileKey(profile.mobile()));
    }

    /** Returns the text by which a mobile number is found; null for none, and for what is not a phone number. */
    static @Nullable String mobileKey(@Nullable String mobile) {
        return mobile == null
                ? null
                : PhoneNumber.of(mobile).map(PhoneNumber::key).orElse(null);
    }

    private static Map<String, String> byName(Map<FieldId, String> values) {
        Map<String, String> byName = new HashMap<>();
        values.forEach((field, value) -> byName.put(field.value(), value));
        return byName;
    }

    @Override
    public NumberedMember read(String id, RowReader row) throws SQLException {
        int number = row.number();
        String name = row.text();
        Profile profile = new Profile(
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                shared(row.textOrNull()),
                shared(row.textOrNull()),
                shared(row.textOrNull()));
        List<Membership> departments = places(row.textOrNull());
        Map<FieldId, String> fields = fields(row.textOrNull());
        MemberStatus status = MemberStatus.ofKey(row.text()).orElseThrow();
        return new NumberedMember(number, new Member(new UserId(id), name, profile, departments, fields, status));
    }

    private @Nullable String shared(@Nullable String text) {
        return text == null ? null : texts.computeIfAbsent(text, first -> first);
    }

    private List<Membership> places(@Nullable String text) {
        return text == null ? List.of() : places.computeIfAbsent(text, MemberForm::parsePlaces);
    }

    private static List<Membership> parsePlaces(String text) {
        List<Membership> parsed = new ArrayList<>();
        for (String place : text.split(" ")) {
            int colon = place.indexOf(':');
            parsed.add(new Membership(
                    new DepartmentId(place.substring(0, colon)), Integer.parseInt(place.substring(colon + 1))));
        }
        return List.copyOf(parsed);
    }

    private Map<FieldId, String> fields(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        Map<FieldId, String> fields = new HashMap<>();
        StoredJson.textsByName(json).forEach((field, value) -> fields.put(new FieldId(field), value));
        return fields;
    }
}
