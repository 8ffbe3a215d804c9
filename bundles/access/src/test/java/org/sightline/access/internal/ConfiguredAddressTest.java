package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredAddressTest {

    @Test
    void takesThePublicUrlWithoutTheSlashAtItsEnd() {
        assertThat(new ConfiguredAddress("https://sightline.example/", "127.0.0.1", 8181).base())
                .isEqualTo("https://sightline.example");
    }

    @Test
    void isMadeOfHostAndPortWithoutOne() {
        assertThat(new ConfiguredAddress("", "127.0.0.1", 9000).base()).isEqualTo("http://127.0.0.1:9000");
        assertThat(new ConfiguredAddress(" ", "0.0.0.0", 9000).base()).isEqualTo("http://localhost:9000");
        assertThat(new ConfiguredAddress("", "fd00::1", 9000).base()).isEqualTo("http://[fd00::1]:9000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sightline.example", "ftp://sightline.example", "https://sightline.example/?a=b", "https:///x"})
    void refusesWhatIsNoAddressOfTheWeb(String url) {
        assertThatThrownBy(() -> new ConfiguredAddress(url, "127.0.0.1", 9000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public_url");
    }
}
