package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

class MergePatchTest {

    private static final UserJson ANN = UserJson.of(
            new Member(
                    new UserId("ann"),
                    "Ann",
                    new Profile(null, "ann@example.org", null, null, null, "Osaka", null),
                    List.of(new Membership(new DepartmentId("a"), 4), new Membership(new DepartmentId("b"), 7)),
                    Map.of(),
                    MemberStatus.ACTIVE),
            FieldTypes.UNKNOWN);

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}           | {'a':'c'}                  | {'a':'c'}",
                "{'a':'b'}           | {'b':'c'}                  | {'a':'b','b':'c'}",
                "{'a':'b'}           | {'a':null}                 | {}",
                "{'a':'b','b':'c'}   | {'a':null}                 | {'b':'c'}",
                "{'a':['b']}         | {'a':'c'}                  | {'a':'c'}",
                "{'a':'c'}           | {'a':['b']}                | {'a':['b']}",
                "{'a':{'b':'c'}}     | {'a':{'b':'d','c':null}}   | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}   | {'a':[1]}                  | {'a':[1]}",
                "['a','b']           | ['c','d']                  | ['c','d']",
                "{'a':'b'}           | ['c']                      | ['c']",
                "{'a':'foo'}         | null                       | null",
                "{'a':'foo'}         | 'bar'                      | 'bar'",
                "{'e':null}          | {'a':1}                    | {'e':null,'a':1}",
                "[1,2]               | {'a':'b','c':null}         | {'a':'b'}",
                "{}                  | {'a':{'bb':{'ccc':null}}}  | {'a':{'bb':{}}}",
            })
    void standardExamples(String target, String patch, String result) throws Exception {
        JsonNode before = tree(target);

        assertThat(MergePatch.apply(before, tree(patch))).isEqualTo(tree(result));
        assertThat(before).isEqualTo(tree(target));
    }

    @Test
    void namedFieldsChangeAndNullRemoves() throws Exception {
        UserJson patched = ANN.patchedBy(tree("{'city':null,'job_title':'Lead','user_id':'ann'}"));

        assertThat(Json.text(patched))
                .isEqualTo(Json.text(tree("{'user_id':'ann','name':'Ann','email':'ann@example.org','job_title':'Lead',"
                        + "'department_ids':['a','b'],'department_orders':{'a':4,'b':7},'status':'active'}")));
    }

    @Test
    void leavingADepartmentTakesItsOrderAlong() throws Exception {
        assertThat(ANN.patchedBy(tree("{'department_ids':['b','c']}")).toModel().departments())
                .containsExactly(new Membership(new DepartmentId("b"), 7), new Membership(new DepartmentId("c"), 0));
    }

    @Test
    void anOrderThatThePatchItselfNamesIsNotDropped() throws Exception {
        UserJson patched = ANN.patchedBy(tree("{'department_orders':{'z':1}}"));

        assertThat(refused(() -> patched.toModel()).faults())
                .extracting(Fault::pointer)
                .containsExactly("/department_orders/z");
    }

    @Test
    void idsAndUnitTypesCannotChange() throws Exception {
        JsonNode other = tree("{'user_id':'bob'}");
        JsonNode none = tree("{'user_id':null}");
        UnitJson unit = new UnitJson("u", "U", "subsidiary", List.of());
        JsonNode type = tree("{'type':'branch'}");

        for (Problem problem : List.of(
                refused(() -> ANN.patchedBy(other)),
                refused(() -> ANN.patchedBy(none)),
                refused(() -> unit.patchedBy(type)))) {
            assertThat(problem.code()).isEqualTo("immutable_field");
            assertThat(problem.faults()).hasSize(1);
        }
        assertThat(refused(() -> unit.patchedBy(type)).faults().get(0).pointer())
                .isEqualTo("/type");
    }

    @Test
    void patchesAreAsStrictAsForms() throws Exception {
        JsonNode unknown = tree("{'shoe_size':5}");
        JsonNode unknownNull = tree("{'shoe_size':null}");
        JsonNode wrong = tree("{'name':5}");
        JsonNode list = tree("[]");
        JsonNode gone = tree("{'name':null}");

        assertThat(refused(() -> ANN.patchedBy(unknown)).faults())
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("/shoe_size", "unknown_field"));
        assertThat(refused(() -> ANN.patchedBy(unknownNull)).code()).isEqualTo("unknown_field");
        assertThat(refused(() -> ANN.patchedBy(wrong)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/name");
        assertThat(refused(() -> ANN.patchedBy(list)).code()).isEqualTo("invalid");
        assertThat(refused(() -> ANN.patchedBy(gone).toModel()).faults())
                .extracting(Fault::pointer)
                .containsExactly("/name");
    }

    private static Problem refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private static JsonNode tree(String json) throws Exception {
        return Json.mapper().readTree(json.replace('\'', '"'));
    }
}
