package org.sightline.directoryfiles.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.UserId;

class NdjsonImportTest {

    private static final String ANN = "{\"kind\":\"user\",\"user_id\":\"ann\",\"name\":\"Ann\"}";

    private final Files files = new Files();

    @Test
    void readsEveryKind() {
        ImportReport report = files.ndjson("""
                {"kind":"field","field_id":"level","label":"Level","type":"number"}
                {"kind":"department","department_id":"d","name":"開発","parent_id":"0"}
                {"user_id":"u","name":"Зоя","department_ids":["d"],"custom_fields":{"level":5.50},"kind":"user"}
                {"kind":"group","group_id":"g","name":"G","condition":"city = \\"Osaka\\""}
                {"kind":"unit","unit_id":"n","name":"N","type":"branch","department_ids":["d"]}
                """);

        assertThat(report.errors()).isEmpty();
        assertThat(files.imported.entries())
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("OfField", "OfDepartment", "OfMember", "OfGroup", "OfUnit");
        DirectoryEntry.OfMember member =
                (DirectoryEntry.OfMember) files.imported.entries().get(2);
        assertThat(member.member().name()).isEqualTo("Зоя");
        assertThat(member.member().customFields()).containsEntry(new FieldId("level"), "5.50");
    }

    @Test
    void countsPhysicalLines() {
        files.ndjson("\uFEFF" + ANN + "\r\n\r\n \t\n" + ANN + "\n\n\n" + ANN);

        assertThat(files.imported.numbers()).containsExactly(1L, 4L, 7L);
        assertThat(files.ndjson("").errorCount()).isZero();
        assertThat(files.ndjson("\n\n").errorCount()).isZero();
        assertThat(files.imported.lines).isEmpty();
    }

    @Test
    void aFaultStaysOnItsLine() {
        ImportReport report = files.ndjson(
                (ANN + "\n").repeat(6) + "{\"kind\":\"user\",\"user_id\":\"x\"\n" + (ANN + "\n").repeat(2));

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(at(7, "malformed_json"));
        assertThat(report.errors().get(0).detail())
                .isEqualTo("not readable as JSON at column 29: the text ends too early");
        assertThat(files.imported.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L, 9L);
    }

    @Test
    void saysWhatIsWrong() {
        ImportReport report = files.ndjson("""
                {"kind":"user","user_id":"u","name":"U","shoe_size":5}
                {"kind":"robot","user_id":"u"}
                {"user_id":"u","name":"U"}
                {"kind":"user","name":"U"}
                {"kind":"user","user_id":"a b","department_ids":["?"],"status":"gone"}
                [1,2]
                {"kind":"user","user_id":"u","name":"U"} {}
                {"kind":"user","user_id":"u","user_id":"v","name":"U"}
                {"kind":"department","department_id":"d","name":"D"}
                {"kind":"group","group_id":"g","name":"G","condition":"city ="}
                {"kind":"user","user_id":"u","name":5}
                {"kind":"field","field_id":"f","label":"F","type":"integer"}
                """);

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(
                        at(1, "unknown_field"),
                        at(2, "invalid"),
                        at(3, "invalid"),
                        at(4, "invalid"),
                        at(5, "invalid"),
                        at(6, "invalid"),
                        at(7, "malformed_json"),
                        at(8, "malformed_json"),
                        at(9, "invalid"),
                        at(10, "invalid"),
                        at(11, "invalid"),
                        at(12, "invalid"));
        List<String> details = report.errors().stream().map(LineError::detail).toList();
        assertThat(details.get(0)).startsWith("`/shoe_size`: there is no field `shoe_size`; allowed are ");
        assertThat(details.get(1)).contains("`field`, `department`, `user`, `group`, `unit`");
        assertThat(details.get(3)).contains("`user_id` is missing");
        assertThat(details.get(4)).contains("`/status`", "`/user_id`", "`/name`", "`/department_ids/0`");
        assertThat(details.get(7)).contains("`user_id` stands there twice");
        assertThat(details.get(10)).isEqualTo("`/name`: must be a text");
    }

    @Test
    void theRootNeedsNoName() {
        files.ndjson("{\"kind\":\"department\",\"department_id\":\"0\",\"leader_user_ids\":[\"ann\"]}");

        assertThat(files.imported.entries())
                .containsExactly(new DirectoryEntry.OfDepartment(
                        new Department(DepartmentId.ROOT, "Acme", null, 0, List.of(new UserId("ann")))));
    }

    @Test
    void bytesThatAreNotTextAndLinesThatAreTooLong() throws IOException {
        InputStream content = parts(
                bytes(ANN + "\n"),
                new byte[] {'{', (byte) 0xC3, '}', '\n'},
                bytes("x".repeat(Files.LONGEST + 1) + "\n"),
                bytes("{\"kind\":\"user\",\"user_id\":\"n\",\"name\":\"a\u0000b\"}\n"),
                bytes("\u0000\n"),
                // The bytes of UTF-16 must not be taken for a file in UTF-16.
                new byte[] {'{', 0, '}', 0, '\n'},
                bytes("y".repeat(3 * 64 * 1024) + "\n"),
                bytes(ANN));

        ImportReport report = files.run(content, FileFormat.NDJSON);

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(
                        at(2, "invalid"),
                        at(3, "too_large"),
                        at(4, "malformed_json"),
                        at(5, "malformed_json"),
                        at(6, "malformed_json"),
                        at(7, "too_large"));
        assertThat(files.imported.numbers()).containsExactly(1L, 8L);
        assertThat(report.errors().get(0).detail()).contains("not UTF-8");
        assertThat(report.errors().get(2).detail()).contains("control character");
    }

    @Test
    void longLinesArriveWholeAcrossReads() {
        String name = "ü".repeat(4_000);
        files.ndjson(("{\"kind\":\"user\",\"user_id\":\"u\",\"name\":\"" + name + "\"}\n").repeat(50));

        assertThat(files.imported.numbers()).hasSize(50);
        assertThat(files.imported.entries())
                .allMatch(entry ->
                        ((DirectoryEntry.OfMember) entry).member().name().equals(name));
    }

    @Test
    void aBrokenConnectionIsNoFaultyLine() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(bytes(ANN + "\n"))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> files.run(broken, FileFormat.NDJSON))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static InputStream parts(byte[]... parts) {
        InputStream all = InputStream.nullInputStream();
        for (byte[] part : parts) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(part));
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static org.assertj.core.groups.Tuple at(long line, String code) {
        return org.assertj.core.api.Assertions.tuple(line, code);
    }
}
