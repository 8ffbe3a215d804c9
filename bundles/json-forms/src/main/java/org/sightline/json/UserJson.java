package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;

/**
 * A member (docs/concepts.md, "Members"). Absent means unknown; an empty text means the same.
 *
 * @param userId           generated when absent
 * @param name             never absent in answers to people
 * @param enName           the name in Latin script
 * @param email            unique in the tenant, ignoring case
 * @param mobile           phone number, as the tenant writes it
 * @param employeeNo       the organisation's own number
 * @param jobTitle         what the member does
 * @param city             where the member works
 * @param country          where the member works
 * @param departmentIds    absent or empty for the root
 * @param departmentOrders order weight by department id, for those departments in which it is not 0
 * @param customFields     value by field id: a number for fields of the type {@code number}, a text for all others
 * @param status           {@code active}, {@code suspended} or {@code deleted}; {@code active} when absent
 */
public record UserJson(
        @Nullable String userId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String enName,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String employeeNo,
        @Nullable String jobTitle,
        @Nullable String city,
        @Nullable String country,
        @Nullable List<@Nullable String> departmentIds,
        @Nullable Map<String, @Nullable Integer> departmentOrders,
        @Nullable Map<String, @Nullable Object> customFields,

        @Schema(allowableValues = {"active", "suspended", "deleted"}) @Nullable
        String status) {

    private static final String IDS = "department_ids";
    private static final String ORDERS = "department_orders";
    private static final String CUSTOM = "custom_fields";

    /**
     * Returns the form of a member.
     *
     * @param types of the tenant's custom fields, by which numbers are shown as numbers
     */
    public static UserJson of(Member member, FieldTypes types) {
        Profile profile = member.profile();
        return new UserJson(
                member.id().value(),
                member.name(),
                profile.enName(),
                profile.email(),
                profile.mobile(),
                profile.employeeNo(),
                profile.jobTitle(),
                profile.city(),
                profile.country(),
                member.departments().stream()
                        .map(place -> place.department().value())
                        .toList(),
                orders(member),
                customFields(member, types),
                member.status().key());
    }

    /**
     * Returns the form of a member as far as an app sees it.
     *
     * @param types   of the tenant's custom fields
     * @param open    names of the fields that are open to the app, as {@code NeededPermissions} has them
     * @param reached whether the app sees a department; others are left out
     */
    public static UserJson of(Member member, FieldTypes types, Set<String> open, Predicate<DepartmentId> reached) {
        UserJson whole = of(
                member.withDepartments(member.departments().stream()
                        .filter(place -> reached.test(place.department()))
                        .toList()),
                types);
        return new UserJson(
                whole.userId,
                open.contains("name") ? whole.name : null,
                open.contains("en_name") ? whole.enName : null,
                open.contains("email") ? whole.email : null,
                open.contains("mobile") ? whole.mobile : null,
                open.contains("employee_no") ? whole.employeeNo : null,
                open.contains("job_title") ? whole.jobTitle : null,
                open.contains("city") ? whole.city : null,
                open.contains("country") ? whole.country : null,
                open.contains("departments") ? whole.departmentIds : null,
                open.contains(ORDERS) ? whole.departmentOrders : null,
                open.contains(CUSTOM) ? whole.customFields : null,
                open.contains("status") ? whole.status : null);
    }

    /**
     * Returns the member this form stands for, before the tenant's fields are known: numbers become plain text.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Member toModel() {
        return toModel(FieldTypes.UNKNOWN);
    }

    /**
     * Returns the member this form stands for.
     *
     * @param types of the tenant's custom fields; a value of the wrong JSON type is a fault, an unknown field is not
     *     looked at here
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Member toModel(FieldTypes types) {
        Faults faults = Faults.none();
        MemberStatus state = faults.word("status", status, MemberStatus::ofKey, MemberStatus.ACTIVE);
        Member member = new Member(
                faults.optional("user_id", userId, UserId::new, UserId::random),
                faults.text("name", name),
                profile(),
                state == MemberStatus.DELETED ? List.of() : memberships(faults),
                customTexts(faults.below(CUSTOM), types),
                state);
        faults.refuseIfAny();
        return member;
    }

    /**
     * Returns this form with a merge patch applied. Order weights of departments that the patch takes the member out of
     * go with them.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for the id, otherwise as {@link MergePatch}
     */
    public UserJson patchedBy(JsonNode patch) {
        JsonNode merged = MergePatch.checked(Json.tree(this), patch, "user_id");
        if (merged.path(ORDERS) instanceof ObjectNode weights) {
            Set<String> kept = new HashSet<>();
            merged.path(IDS).forEach(id -> kept.add(id.asText()));
            patch.path(ORDERS).fieldNames().forEachRemaining(kept::add);
            weights.retain(kept);
        }
        return Json.bind(merged, UserJson.class);
    }

    private Profile profile() {
        return new Profile(
                Texts.orNull(enName),
                Texts.orNull(email),
                Texts.orNull(mobile),
                Texts.orNull(employeeNo),
                Texts.orNull(jobTitle),
                Texts.orNull(city),
                Texts.orNull(country));
    }

    private List<Membership> memberships(Faults faults) {
        List<DepartmentId> named = faults.list(IDS, departmentIds, DepartmentId::new);
        List<DepartmentId> places = named.isEmpty() ? List.of(DepartmentId.ROOT) : named;
        Map<String, @Nullable Integer> weights = departmentOrders == null ? Map.of() : departmentOrders;
        Set<String> strangers = new HashSet<>(weights.keySet());
        places.forEach(place -> strangers.remove(place.value()));
        strangers.stream().sorted().forEach(id -> faults.below(ORDERS)
                .invalid(id, "the member is not in this department; name it in `department_ids`, too"));
        return places.stream()
                .map(place -> new Membership(place, weight(weights, place)))
                .toList();
    }

    private static int weight(Map<String, @Nullable Integer> weights, DepartmentId place) {
        Integer weight = weights.get(place.value());
        return weight == null ? 0 : weight;
    }

    private Map<FieldId, String> customTexts(Faults faults, FieldTypes types) {
        Map<FieldId, String> texts = new HashMap<>();
        if (customFields != null) {
            customFields.forEach((id, value) -> {
                String text = customText(faults, id, value, types.typeOf(id));
                if (!text.isEmpty()) {
                    // The stand-in is random, so that two wrong ids do not meet.
                    texts.put(faults.required(id, id, FieldId::new, FieldId::random), text);
                }
            });
        }
        return texts;
    }

    private static String customText(Faults faults, String id, @Nullable Object value, @Nullable FieldType type) {
        if (value == null || value.equals("")) {
            return "";
        }
        if (value instanceof Number number && (type == null || type == FieldType.NUMBER)) {
            return PlainValues.numberText(faults, id, number);
        }
        if (value instanceof String text && type != FieldType.NUMBER) {
            if (!WholeText.isWhole(text)) {
                faults.invalid(id, WholeText.HALF);
            }
            return text;
        }
        faults.invalid(id, type == FieldType.NUMBER ? "must be a number" : "must be a text");
        return "";
    }

    private static @Nullable Map<String, @Nullable Integer> orders(Member member) {
        Map<String, @Nullable Integer> orders = new LinkedHashMap<>();
        for (Membership place : member.departments()) {
            if (place.order() != 0) {
                orders.put(place.department().value(), place.order());
            }
        }
        return orders.isEmpty() ? null : orders;
    }

    static @Nullable Map<String, @Nullable Object> customFields(Member member, FieldTypes types) {
        if (member.customFields().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> shown = new TreeMap<>();
        member.customFields().forEach((id, text) -> shown.put(id.value(), PlainValues.shown(text, types.typeOf(id))));
        return shown;
    }
}
