package org.sightline.rest.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    @Path("api/v1/things/{t}/")
    static final class Things {

        @GET
        public void list() {}

        @POST
        @Path("{ id : .+ }/parts")
        public void part() {}
    }

    @Test
    void isNamedAsInTheDocument() throws NoSuchMethodException {
        assertThat(Operation.of(Things.class.getMethod("list"))).isEqualTo(new Operation("GET", "/api/v1/things/{t}"));
        assertThat(Operation.of(Things.class.getMethod("part")))
                .isEqualTo(new Operation("POST", "/api/v1/things/{t}/{id}/parts"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tenants/acme/users/ann, GET, none",
        "GET, /health/ready, GET, /health/ready",
        "GET, /health/secret, GET, none",
        "GET, /docs/start.js, GET, /docs",
        "POST, /oauth/token, POST, /oauth/token",
        "BREW, /coffee, other, none",
    })
    void noIdAndNoWordOfTheCallersIsInIt(String method, String path, String counted, String as) {
        assertThat(Operation.atFirstSight(method, path)).isEqualTo(new Operation(counted, as));
    }
}
