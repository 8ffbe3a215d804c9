package org.sightline.shell.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.Committed;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;
import org.sightline.problem.Problem;
import org.sightline.visibility.Policies;
import org.sightline.visibility.model.VisibilityPolicy;

class FileCommandsTest {

    @TempDir
    Path folder;

    private final World world = new World();
    private ImportReport report = new ImportReport(2, 1, 4, List.of(), 0, 9);

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("people.ndjson"), "one\ntwo\nthree\n");
        Files.writeString(folder.resolve("people.CSV"), "user_id,name\n");
        Files.writeString(folder.resolve("people.txt"), "?");
    }

    @Test
    void tellsTheFormatByTheFilesName() throws CommandException {
        assertThat(console().run(importing("people.ndjson")))
                .isEqualToIgnoringNewLines("Created 2, updated 1, unchanged 4; revision 9.");
        assertThat(world.calls.get(0)[3]).isEqualTo(FileFormat.NDJSON);
        console().run(importing("people.CSV"));
        assertThat(world.calls.get(1)[3]).isEqualTo(FileFormat.CSV);
        assertThat(console().refusal(importing("people.txt")))
                .contains("put `--format ndjson` or `--format csv` before the tenant");
        ImportCommand named = importing("people.txt");
        named.format = "csv";
        console().run(named);
        assertThat(world.calls.get(2)[3]).isEqualTo(FileFormat.CSV);
    }

    @Test
    void saysWhatADryRunWouldDo() throws CommandException {
        ImportCommand command = importing("people.ndjson");
        command.dryRun = true;
        assertThat(console().run(command)).isEqualToIgnoringNewLines("Would create 2, would update 1, unchanged 4.");
        assertThat(world.calls.get(0)[4]).isEqualTo(true);
    }

    @Test
    void listsFaultyLinesAndFails() {
        report =
                new ImportReport(0, 0, 0, List.of(new LineError(7, "invalid", "no \u001b[31mdepartment `x`")), 1200, 3);
        assertThat(console().refusal(importing("people.ndjson")))
                .containsPattern("7 +\u2502 invalid +\u2502 no \uFFFD\\[31mdepartment `x`")
                .contains("... and 1199 more; `--json` lists the first 1000")
                .endsWith("nothing was imported: 1200 faulty lines");
        ImportCommand inJson = importing("people.ndjson");
        inJson.json = true;
        assertThat(console().refusal(inJson)).contains("\"error_count\":1200").contains("\"line\":7");
    }

    @Test
    void drawsABarForPeopleOnly() throws CommandException {
        assertThat(console().typing().run(importing("people.ndjson")))
                .contains("\r[")
                .contains("100%  3");
        assertThat(console().run(importing("people.ndjson"))).doesNotContain("\r");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(console().refusal(importing("nobody.ndjson")))
                .startsWith("not_found: there is no file")
                .contains("nobody.ndjson");
        assertThat(console().refusal(new ImportCommand())).contains("`directory-files` is off");
    }

    @Test
    void exportsToAFileThatIsWholeAndClosedToOthers() throws CommandException, IOException {
        ExportCommand command = exporting("out.ndjson");
        assertThat(console().run(command)).startsWith("Wrote revision 12 of `acme` to ");
        assertThat(folder.resolve("out.ndjson")).hasContent("{}");
        assertThat(Files.getPosixFilePermissions(folder.resolve("out.ndjson"))).hasSize(2);
        assertThat(console().refusal(command))
                .startsWith("conflict: there is a file")
                .contains("--overwrite");
        command.overwrite = true;
        command.json = true;
        assertThat(console().run(command)).contains("\"revision\":12");
    }

    @Test
    void leavesNoFileWhenAnExportFails() throws IOException {
        ExportCommand command = exporting("out.ndjson");
        command.files = Fake.of(DirectoryFiles.class)
                .on("export", arguments -> {
                    throw Problem.notFound("there is no tenant `acme`").exception();
                })
                .service();
        assertThat(console().refusal(command)).isEqualTo("not_found: there is no tenant `acme`");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("people.ndjson", "people.CSV", "people.txt");
        }
    }

    @Test
    void setsAPolicyFromAFile() throws Exception {
        Files.writeString(folder.resolve("policy.json"), "{\"main_rule\":{\"type\":\"nobody\"},\"rule_sets\":[]}");
        PolicySetCommand command = policySetting();
        assertThat(console().run(command)).contains("in force since revision 8");
        assertThat(((VisibilityPolicy) world.calls.get(0)[2]).mainRule().type()).isEqualTo("nobody");
        command.dryRun = true;
        assertThat(console().run(command)).contains("nothing was changed");
        assertThat(world.calls.get(1)[4]).isEqualTo(true);
        command.json = true;
        assertThat(console().run(command)).contains("\"main_rule\":{\"type\":\"nobody\"");
    }

    @Test
    void pointsToWhatIsWrongInAPolicyFile() throws Exception {
        Files.writeString(folder.resolve("policy.json"), "{\"main_rule\":{\"type\":\"nobody\"},\"colour\":1}");
        assertThat(console().refusal(policySetting())).contains("unknown_field").contains("/colour");
        Files.writeString(folder.resolve("policy.json"), "{\"main_rule\":");
        assertThat(console().refusal(policySetting())).startsWith("malformed_json");
    }

    private Console console() {
        return new Console(folder);
    }

    private ImportCommand importing(String file) {
        ImportCommand command = new ImportCommand();
        command.tenantKey = "acme";
        command.file = file;
        command.files =
                Fake.of(DirectoryFiles.class).on("importFile", this::importFile).service();
        return command;
    }

    private Object importFile(Object[] arguments) {
        try {
            assertThat(((InputStream) arguments[2]).readAllBytes()).isNotEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ((LongConsumer) arguments[5]).accept(3);
        world.calls.add(arguments);
        return report;
    }

    private ExportCommand exporting(String file) {
        ExportCommand command = new ExportCommand();
        command.tenantKey = "acme";
        command.file = file;
        command.files = Fake.of(DirectoryFiles.class)
                .on("export", arguments -> {
                    try {
                        ((OutputStream) arguments[1]).write("{}".getBytes(UTF_8));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    return 12L;
                })
                .service();
        return command;
    }

    private PolicySetCommand policySetting() {
        PolicySetCommand command = new PolicySetCommand();
        command.tenantKey = "acme";
        command.file = "policy.json";
        command.policies = Fake.of(Policies.class)
                .on("replace", arguments -> {
                    world.calls.add(arguments);
                    return new Committed<>(arguments[2], 8);
                })
                .service();
        return command;
    }
}
