package org.sightline.directoryfiles.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;

class CsvImportTest {

    private final Files files = new Files();

    @Test
    void readsEveryColumn() {
        ImportReport report = files.csv("""
                \uFEFFuser_id, name ,en_name,email,mobile,employee_no,job_title,city,country,department_ids,department_orders,custom_fields.level,status
                u,"王, 小明",Wang,w@example.org,+86 1,007,"The ""boss""\",Osaka,JP,a; b ;,b:-2,5.50,suspended
                v,V,,,,,,,,,,,
                """);

        assertThat(report.errors()).isEmpty();
        assertThat(members())
                .containsExactly(
                        new Member(
                                new UserId("u"),
                                "王, 小明",
                                new Profile("Wang", "w@example.org", "+86 1", "007", "The \"boss\"", "Osaka", "JP"),
                                List.of(
                                        new Membership(new DepartmentId("a"), 0),
                                        new Membership(new DepartmentId("b"), -2)),
                                Map.of(new FieldId("level"), "5.50"),
                                MemberStatus.SUSPENDED),
                        new Member(
                                new UserId("v"),
                                "V",
                                Profile.EMPTY,
                                List.of(new Membership(DepartmentId.ROOT, 0)),
                                Map.of(),
                                MemberStatus.ACTIVE));
    }

    @Test
    void quotedLineBreaksCountAsPhysicalLines() {
        ImportReport report = files.csv("user_id,name,city\r\n\r\nu,\"U\r\n\r\nx\",C\r\n?,bad,C\r\n\r\n,,\r\nw,W,C");

        assertThat(report.errors()).extracting(LineError::line, LineError::code).containsExactly(tuple(6L, "invalid"));
        assertThat(files.imported.numbers()).containsExactly(3L, 9L);
        assertThat(members().get(0).name()).isEqualTo("U\n\nx");
    }

    @Test
    void aHeaderThatMakesNoSenseIsToldAtItsLine() {
        ImportReport report = files.csv("\nname,shoe_size,name,custom_fields.a b\nu,U,5,x\n");

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(
                        tuple(2L, "unknown_field"),
                        tuple(2L, "invalid"),
                        tuple(2L, "unknown_field"),
                        tuple(2L, "invalid"));
        assertThat(report.errors().get(0).detail()).contains("`shoe_size`", "`job_title`", "`custom_fields.<id>`");
        assertThat(report.errors().get(3).detail()).isEqualTo("the column `user_id` is missing");
        assertThat(files.csv("").errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(tuple(1L, "invalid"));
        assertThat(files.csv("user_id;name\nu;U\n").errors().get(0).detail()).contains("separated by commas");
    }

    @Test
    void everyFaultyRowIsTold() {
        ImportReport report = files.csv("""
                user_id,name,department_ids,department_orders
                u,U
                v,V,d,d:1,more
                ,W,d,
                x,X,d,d=1
                "y"y,Y,d,
                z,Z,d,
                a,A,d,e:1
                b,"B,d,
                c,C,d,
                """);

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(
                        tuple(2L, "invalid"),
                        tuple(3L, "invalid"),
                        tuple(4L, "invalid"),
                        tuple(5L, "invalid"),
                        tuple(6L, "invalid"),
                        tuple(8L, "invalid"),
                        tuple(9L, "invalid"));
        assertThat(files.imported.numbers()).containsExactly(7L);
        assertThat(report.errors().get(0).detail()).isEqualTo("the row has 2 cells, but the header names 4 columns");
        assertThat(report.errors().get(6).detail()).isEqualTo("a quoted cell that begins here has no end");
    }

    @Test
    void bytesThatAreNotTextAndLinesThatAreTooLong() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(bytes("user_id,name\nu,U\n"));
        content.writeBytes(new byte[] {'v', ',', (byte) 0xFF, '\n'});
        content.writeBytes(bytes("w,W\nx," + "x".repeat(Files.LONGEST) + "\ny,Y\nz,\"Z\n"));
        content.writeBytes(new byte[] {(byte) 0xC3, '\n'});
        content.writeBytes(bytes("\"\na,A"));

        ImportReport report = files.run(content.toByteArray(), FileFormat.CSV);

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(tuple(3L, "invalid"), tuple(5L, "too_large"), tuple(8L, "invalid"));
        assertThat(files.imported.numbers()).containsExactly(2L, 4L, 6L, 10L);
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowTheFile() {
        String rows = "u,U\n".repeat(100_000);
        ImportReport report = files.csv("user_id,name\nv,\"V\n" + rows);

        assertThat(report.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(tuple(2L, "too_large"));
        assertThat(report.errors().get(0).detail()).contains("is the quote after it missing?");
        assertThat(files.imported.numbers()).hasSizeGreaterThan(80_000);
    }

    private List<Member> members() {
        return files.imported.entries().stream()
                .map(entry -> ((DirectoryEntry.OfMember) entry).member())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
