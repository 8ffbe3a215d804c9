package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate_limit_per_second",
                "body_limit_bytes",
                "import_limit_bytes",
                "spool_folder",
                "metrics_open_on_loopback"
            })
    void isReadUnderTheNameInTheFile(String name) throws IOException {
        try (InputStream content =
                RestInterface.class.getResourceAsStream("/OSGI-INF/" + RestInterface.class.getName() + ".xml")) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("name=\"" + name + "\"");
        }
    }
}
