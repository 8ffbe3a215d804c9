package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOnDiskTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatCanBeReadHasNoFaultWhateverIsInIt() throws IOException {
        FileOnDisk file = new FileOnDisk(folder.resolve("x.cfg"));
        assertThat(file.isThere()).isFalse();
        assertThat(file.fault()).isEmpty();
        Files.write(file.path(), new byte[] {0, 1, -1, 10, -128});
        assertThat(file.isThere()).isTrue();
        assertThat(file.fault()).isEmpty();
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        FileOnDisk file = new FileOnDisk(folder.resolve("x.cfg"));
        Files.writeString(file.path(), "limit = \\u00zz");
        assertThat(file.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("escape"));
        Files.writeString(file.path(), "#".repeat(2_000_000));
        assertThat(file.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("larger"));
        Files.delete(file.path());
        Files.createDirectory(file.path());
        assertThat(file.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("cannot be read"));
    }
}
