package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Wrong JSON is refused with a reason in the caller's words. */
class StrictnessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"name\":}",
                "{'name':'x'}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} {}",
                "{\"name\":\"a\"} x",
                "{\"name\":\"a\nb\"}",
                "{\"order\":01}",
                "{\"order\":NaN}",
                "<html>"
            })
    void textThatIsNotJson(String text) {
        Problem problem = refused(() -> Json.read(text, DepartmentJson.class));

        assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED);
        assertThat(problem.code()).isEqualTo("malformed_json");
        assertThat(problem.detail()).doesNotContain("jackson", "Feature", "java.", "org.sightline", "Source");
    }

    @Test
    void saysLineAndColumn() {
        assertThat(refused(() -> Json.read("{\n  \"name\": oops\n}", DepartmentJson.class))
                        .detail())
                .startsWith("not readable as JSON at line 2, column ");
        assertThat(refused(() -> Json.read("{\"a\":1,\"a\":2}", JsonNode.class)).detail())
                .contains("the field `a` stands there twice");
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] latin1 = "{\"name\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(() -> Json.read(latin1, DepartmentJson.class)).code())
                .isEqualTo("malformed_json");
        assertThat(refused(() -> Json.read(new ByteArrayInputStream(latin1), DepartmentJson.class))
                        .code())
                .isEqualTo("malformed_json");
    }

    @Test
    void halfCharacters() {
        Problem problem = refused(() -> Json.read("{\"name\":\"\\ud83d\"}", DepartmentJson.class));

        assertThat(problem.faults()).extracting(Fault::pointer, Fault::code).containsExactly(pair("/name", "invalid"));
        assertThat(problem.detail()).contains("half a character");
        assertThat(Json.read("{\"name\":\"\\ud83d\\ude00\"}", DepartmentJson.class)
                        .name())
                .isEqualTo("😀");
    }

    @Test
    void tooDeepAndTooLong() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        String text = "{\"name\":\"" + "x".repeat(Json.MAX_TEXT_LENGTH + 1) + "\"}";
        String number = "{\"order\":" + "1".repeat(Json.MAX_NUMBER_LENGTH + 1) + "}";
        String name = "{\"" + "n".repeat(Json.MAX_NAME_LENGTH + 1) + "\":1}";

        assertThat(refused(() -> Json.read(deep, JsonNode.class)).detail()).contains("at most 100 deep");
        assertThat(refused(() -> Json.read("{\"custom_fields\":{\"a\":" + deep + "}}", UserJson.class))
                        .detail())
                .contains("at most 100 deep");
        assertThat(refused(() -> Json.read(text, DepartmentJson.class)).detail())
                .contains("a text may have at most");
        assertThat(refused(() -> Json.read(number, DepartmentJson.class)).detail())
                .contains("a number may have at most");
        assertThat(refused(() -> Json.read(name.getBytes(StandardCharsets.UTF_8), DepartmentJson.class))
                        .detail())
                .contains("the name of a field may have at most");
        assertThat(refused(() -> Json.read(deep, JsonNode.class)).code()).isEqualTo("malformed_json");
    }

    @Test
    void unknownField() {
        Problem problem = refused(() -> Json.read(
                "{\"main_rule\":{\"type\":\"everyone\"},\"rule_sets\":[{\"rules\":[{\"a/b\":1}]}]}", PolicyJson.class));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.code()).isEqualTo("unknown_field");
        assertThat(problem.faults())
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(pair("/rule_sets/0/rules/0/a~1b", "unknown_field"));
        assertThat(problem.detail())
                .contains("`a/b`", "allowed are `effect`, `name`, `objects`, `rule_id`, `subjects`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':5}                          | /name              | must be a text",
                "{'name':true}                       | /name              | must be a text",
                "{'name':1.5}                        | /name              | must be a text",
                "{'name':{}}                         | /name              | must be a text",
                "{'name':['x']}                      | /name              | must be a text",
                "{'order':'5'}                       | /order             | must be a whole number",
                "{'order':1.5}                       | /order             | must be a whole number",
                "{'order':''}                        | /order             | must be a whole number",
                "{'order':true}                      | /order             | must be a whole number",
                "{'order':99999999999}               | /order             | must be a whole number from",
                "{'leader_user_ids':'a'}             | /leader_user_ids   | must be a list",
                "{'leader_user_ids':['a',5]}         | /leader_user_ids/1 | must be a text",
                "['x']                               | ''                 | must be an object",
                "'x'                                 | ''                 | must be an object",
                "null                                | ''                 | must be an object",
            },
            quoteCharacter = '`')
    void wrongTypes(String json, String pointer, String detail) {
        String expected = pointer.equals("''") ? "" : pointer;
        Problem problem = refused(() -> Json.read(json.replace('\'', '"'), DepartmentJson.class));

        assertThat(problem.code()).isEqualTo("invalid");
        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly(expected);
        assertThat(problem.detail()).startsWith(detail).doesNotContain("java", "org.");
    }

    @Test
    void wrongTypesOfBooleans() {
        for (String value : List.of("1", "\"true\"", "0.0", "\"\"")) {
            Problem problem = refused(() -> Json.read("{\"find_by_phone\":" + value + "}", TenantJson.class));

            assertThat(problem.detail()).as(value).isEqualTo("must be true or false");
        }
    }

    @Test
    void everyFaultIsTold() {
        Problem problem = refused(() -> Json.read(
                        "{\"tenant_key\":\"a b\",\"plan\":\"gold\",\"time_zone\":\"Mars/Base\",\"locale\":\"no_such-\"}",
                        TenantJson.class)
                .toModel());

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.code()).isEqualTo("invalid");
        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactly("/tenant_key", "/name", "/plan", "/time_zone", "/locale");
        assertThat(problem.faults().get(2).detail())
                .isEqualTo("must be one of `starter`, `basic`, `pro`, `enterprise`");
    }

    @Test
    void offsetsAreNoTimeZones() {
        for (String zone : List.of("+02:00", "Z", "UTC+1", "utc")) {
            Problem problem = refused(() -> Json.read(
                            "{\"name\":\"x\",\"plan\":\"pro\",\"time_zone\":\"" + zone + "\"}", TenantJson.class)
                    .toModel());

            assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/time_zone");
        }
    }

    @Test
    void faultsOfUsers() {
        Problem problem = refused(() -> Json.read(
                        "{\"user_id\":\"\",\"department_ids\":[\"d\",\"d\",null,\"?\"],\"department_orders\":{\"e\":1},"
                                + "\"custom_fields\":{\"a\":true,\"b c\":\"x\",\"n\":1e999},\"status\":\"Active\"}",
                        UserJson.class)
                .toModel());

        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/status",
                        "/user_id",
                        "/name",
                        "/department_ids/1",
                        "/department_ids/2",
                        "/department_ids/3",
                        "/department_orders/e",
                        "/custom_fields/a",
                        "/custom_fields/b c",
                        "/custom_fields/n");
    }

    @Test
    void customFieldsAreStrictOnceTheirTypesAreKnown() {
        FieldTypes types = FieldTypes.of(List.of(
                new CustomField(new FieldId("n"), "N", FieldType.NUMBER, List.of()),
                new CustomField(new FieldId("t"), "T", FieldType.TEXT, List.of())));
        UserJson wrong = Json.read("{\"name\":\"x\",\"custom_fields\":{\"n\":\"5\",\"t\":5}}", UserJson.class);
        UserJson right = Json.read("{\"name\":\"x\",\"custom_fields\":{\"n\":5e2,\"t\":\"5\"}}", UserJson.class);

        assertThat(refused(() -> wrong.toModel(types)).faults())
                .extracting(Fault::pointer, Fault::detail)
                .containsExactlyInAnyOrder(
                        pair("/custom_fields/n", "must be a number"), pair("/custom_fields/t", "must be a text"));
        assertThat(right.toModel(types).customFields())
                .containsEntry(new FieldId("n"), "500")
                .containsEntry(new FieldId("t"), "5");
        assertThat(wrong.toModel().customFields()).containsEntry(new FieldId("n"), "5");
    }

    @Test
    void faultsOfPolicies() {
        Problem problem = refused(() -> Json.read(
                        "{\"main_rule\":{\"params\":{\"a\":[null],\"b\":1e500}},"
                                + "\"rule_sets\":[{\"rules\":[{\"rule_id\":\"?\",\"subjects\":{\"group_ids\":[\"\"]}}]},null,{}],"
                                + "\"display_order\":\"random\"}",
                        PolicyJson.class)
                .toModel(Faults.at("/policy")));

        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/policy/main_rule/type",
                        "/policy/main_rule/params/a/0",
                        "/policy/main_rule/params/b",
                        "/policy/rule_sets",
                        "/policy/rule_sets/0/rules/0/rule_id",
                        "/policy/rule_sets/0/rules/0/subjects/group_ids/0",
                        "/policy/rule_sets/0/rules/0/objects",
                        "/policy/rule_sets/0/rules/0/effect",
                        "/policy/rule_sets/1",
                        "/policy/display_order");
    }

    @Test
    void previewsOfNothingOrOfTwoThings() {
        assertThat(pointers(() -> Json.read("{}", PreviewJson.class).toModel())).containsExactly("/policy");
        assertThat(pointers(() -> Json.read(
                                "{\"policy\":{\"main_rule\":{\"type\":\"nobody\"}},\"moves\":[]}", PreviewJson.class)
                        .toModel()))
                .containsExactly("/moves");
        assertThat(pointers(() -> Json.read("{\"policy\":{\"rule_sets\":[]}}", PreviewJson.class)
                        .toModel()))
                .containsExactly("/policy/main_rule");
        assertThat(pointers(() -> Json.read(
                                "{\"moves\":[{\"user_id\":\"u\"},{},{\"user_id\":\"u\",\"department_ids\":[],"
                                        + "\"parent_id\":\"0\"},null]}",
                                PreviewJson.class)
                        .toModel()))
                .containsExactly(
                        "/moves/0/department_ids",
                        "/moves/1/department_id",
                        "/moves/1/parent_id",
                        "/moves/2/parent_id",
                        "/moves/3");
    }

    @Test
    void faultsOfTheOthers() {
        assertThat(pointers(() -> Json.read(
                                "{\"department_id\":\"0\",\"name\":\"x\",\"parent_id\":\"0\"}", DepartmentJson.class)
                        .toModel()))
                .containsExactly("/parent_id");
        assertThat(pointers(() ->
                        Json.read("{\"name\":\"x\"}", DepartmentJson.class).toModel()))
                .containsExactly("/parent_id");
        assertThat(pointers(() -> Json.read(
                                "{\"name\":\"x\",\"user_ids\":[\"a\"],\"condition\":\"city =\"}", GroupJson.class)
                        .toModel()))
                .containsExactly("/condition", "/condition");
        assertThat(pointers(() -> Json.read("{}", UnitJson.class).toModel())).containsExactly("/name", "/type");
        assertThat(pointers(() -> Json.read("{}", FieldsJson.class).toModel())).containsExactly("/fields");
        assertThat(pointers(() -> Json.read("{\"fields\":[{\"type\":\"integer\"},null]}", FieldsJson.class)
                        .toModel()))
                .containsExactly("/fields/0/field_id", "/fields/0/label", "/fields/0/type", "/fields/1");
        assertThat(pointers(() -> Json.read("{\"user_id\":\"b\",\"permissions\":[\"all\"]}", AdministratorJson.class)
                        .toModel(new UserId("a"))))
                .containsExactly("/user_id", "/permissions/0");
        assertThat(pointers(() -> Json.read("{}", LoginJson.class).toModel()))
                .containsExactly("/tenant_key", "/login", "/password");
        assertThat(pointers(() -> Json.read("{}", PasswordJson.class).toModel()))
                .containsExactly("/password");
        assertThat(pointers(() -> Json.read("{}", VerifyJson.class).toModel()))
                .containsExactly("/subject_user_id", "/object_user_id");
        assertThat(pointers(() -> Json.read(
                                "{\"subject_user_id\":\"a\",\"object_user_id\":\"b\",\"object_department_id\":\"c\"}",
                                VerifyJson.class)
                        .toModel()))
                .containsExactly("/object_department_id");
        assertThat(pointers(
                        () -> Json.read("{\"name\":\"x\",\"plan\":\"pro\",\"primary_admin\":{}}", NewTenantJson.class)
                                .toModel()))
                .containsExactly("/primary_admin/password", "/primary_admin/name");
    }

    private static List<String> pointers(ThrowingCallable call) {
        return refused(call).faults().stream().map(Fault::pointer).toList();
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private static org.assertj.core.groups.Tuple pair(String first, String second) {
        return org.assertj.core.api.Assertions.tuple(first, second);
    }
}
