package org.sightline.rest.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.FakeSessions;

class MetricsAccessTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ELSEWHERE = "192.0.2.7";

    private static MetricsAccess access(boolean openOnLoopback, String token) {
        return new MetricsAccess(new FakeSessions(), openOnLoopback, token);
    }

    private static HttpServletRequest from(String address, String token) {
        return Requests.from(address, Map.of("Authorization", "Bearer " + token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", "[::1]"})
    void thisMachineNeedsNoToken(String address) {
        assertThatCode(() -> access(true, "").check(Requests.from(address, Map.of())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7", ""})
    void everybodyElseDoes(String address) {
        refused("unauthenticated", true, Requests.from(address.isEmpty() ? "unknown host" : address, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "Via"})
    void whoComesThroughAProxyIsNotFromHere(String mark) {
        refused("unauthenticated", true, Requests.from("127.0.0.1", Map.of(mark, "192.0.2.7")));
    }

    @Test
    void thisMachineNeedsATokenWhenThatIsSet() {
        refused("unauthenticated", false, Requests.from("127.0.0.1", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", TOKEN})
    void theOperatorAndTheTokenOfTheMetricsMay(String token) {
        assertThatCode(() -> access(false, TOKEN).check(from(ELSEWHERE, token))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"wrong, unauthenticated", "'', unauthenticated", "primary, forbidden"})
    void othersMayNot(String token, String code) {
        refused(code, true, from(ELSEWHERE, token));
        refused(code, true, from("127.0.0.1", token));
    }

    @Test
    void aShortTokenStopsTheStart() {
        assertThatThrownBy(() -> access(true, "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".metrics_token")
                .hasMessageContaining("32")
                .hasMessageNotContaining("short");
    }

    private static void refused(String code, boolean openOnLoopback, HttpServletRequest request) {
        assertThatThrownBy(() -> access(openOnLoopback, TOKEN).check(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }
}
