package org.sightline.apps.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/cb",
                "https://example.org:8443/cb?a=b",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:49152/cb",
                "http://[::1]:8080/cb",
                "http://localhost/cb",
                "com.example.app:/cb"
            })
    void goesBackTo(String uri) {
        assertThat(WebAddresses.redirectFault(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/cb",
                "example.org",
                "https:///cb",
                "https://example.org/cb#part",
                "http://example.org/cb",
                "http://127.0.0.1.example.org/cb",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://example.org/ cb"
            })
    void doesNotGoBackTo(String uri) {
        assertThat(WebAddresses.redirectFault(uri)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/events", "http://example.org/events", "https://8.8.8.8/"})
    void sendsEventsTo(String url) {
        assertThat(WebAddresses.eventFault(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://localhost:8080/",
                "http://a.localhost/",
                "http://LOCALHOST./",
                "http://printer.local/",
                "http://10.0.0.1/",
                "http://172.16.5.4/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void sendsNoEventsToPrivateAddressesUnlessAllowed(String url) {
        assertThat(WebAddresses.eventFault(url, false)).isPresent();
        assertThat(WebAddresses.eventFault(url, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://example.org/",
                "events",
                "https:///x",
                "https://u:p@example.org/",
                "https://e.org/#x",
                "http://127.1/"
            })
    void isNoAddressForEvents(String url) {
        assertThat(WebAddresses.eventFault(url, true)).isPresent();
    }
}
