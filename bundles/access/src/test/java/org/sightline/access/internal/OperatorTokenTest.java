package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {

    private static final String LONG_ENOUGH = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path data;

    @Test
    void writesOneAtTheFirstStartAndReadsItAtTheNext() throws IOException {
        Path deeper = data.resolve("not/there/yet");
        OperatorToken first = OperatorToken.load(null, deeper);
        Path file = deeper.resolve("operator.token");
        String written = Files.readString(file).strip();
        assertThat(written).hasSizeGreaterThanOrEqualTo(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.matches(written)).isTrue();
        assertThat(OperatorToken.load("", deeper).matches(written)).isTrue();
        try (var files = Files.list(deeper)) {
            assertThat(files).as("no drafts stay").containsExactly(file);
        }
    }

    @Test
    void takesTheEnvironmentBeforeTheFile() throws IOException {
        Files.writeString(data.resolve("operator.token"), "f".repeat(40));
        OperatorToken token = OperatorToken.load(LONG_ENOUGH, data);
        assertThat(token.matches(LONG_ENOUGH)).isTrue();
        assertThat(token.matches("f".repeat(40))).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void leavesNoFileWhenTheEnvironmentHasTheToken() throws IOException {
        OperatorToken.load(LONG_ENOUGH, data);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesShortOnesWithASentence() throws IOException {
        assertThatThrownBy(() -> OperatorToken.load("x".repeat(31), data))
                .hasMessageContaining("SIGHTLINE_OPERATOR_TOKEN has 31 characters")
                .hasMessageNotContaining("xxx");
        Files.writeString(data.resolve("operator.token"), "short\n");
        assertThatThrownBy(() -> OperatorToken.load(null, data)).hasMessageContaining("operator.token has 5");
    }

    @Test
    void closesAnOpenFileToOthers() throws IOException {
        Path file = data.resolve("operator.token");
        Files.writeString(file, LONG_ENOUGH);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OperatorToken.load(null, data).matches(LONG_ENOUGH)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
