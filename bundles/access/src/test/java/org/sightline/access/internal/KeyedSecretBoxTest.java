package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.problem.ProblemException;

class KeyedSecretBoxTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String SECRET = "Straße 東京 😀";

    private final KeyedSecretBox box = new KeyedSecretBox(KEY);

    @TempDir
    Path folder;

    @Test
    void givesSecretsBack() {
        String sealed = box.seal(SECRET);

        assertThat(sealed).doesNotContain(SECRET).matches("1\\.[A-Za-z0-9_-]+");
        assertThat(box.open(sealed)).isEqualTo(SECRET);
        assertThat(new KeyedSecretBox(KEY).open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void sealsDifferentlyEachTimeAndDigestsTheSame() {
        assertThat(box.seal(SECRET)).isNotEqualTo(box.seal(SECRET));
        assertThat(box.digest(SECRET))
                .isEqualTo(new KeyedSecretBox(KEY).digest(SECRET))
                .hasSize(64);
        assertThat(box.digest(SECRET)).isNotEqualTo(box.digest(SECRET + " "));
        assertThat(box.digest(SECRET)).isNotEqualTo(new KeyedSecretBox(KEY + "x").digest(SECRET));
    }

    @Test
    void cannotReadWhatAnotherKeySealedOrSomebodyChanged() {
        String sealed = box.seal(SECRET);
        String changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        for (String wrong : new String[] {changed, "1.", "1.AAAA", "2." + sealed.substring(2), "", "1.***"}) {
            assertThatThrownBy(() -> box.open(wrong))
                    .as(wrong)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another server key")
                    .hasMessageNotContaining(SECRET);
        }
        assertThatThrownBy(() -> new KeyedSecretBox(KEY + "x").open(sealed)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesShortKeys() {
        assertThatThrownBy(() -> new KeyedSecretBox("short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 32")
                .hasMessageNotContaining("short");
    }

    @Test
    void theFirstStartWritesTheKeyForItsOwnUserOnly() throws IOException {
        String key = KeyedSecretBox.key(null, folder);

        assertThat(key).hasSizeGreaterThanOrEqualTo(43);
        assertThat(KeyedSecretBox.key("", folder)).as("the second start").isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(folder.resolve("server.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyedSecretBox.key(KEY, folder)).as("the environment wins").isEqualTo(KEY);
    }
}
