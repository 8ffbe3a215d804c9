package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.store.ImageManifest;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;
import org.sightline.upkeep.Compaction;
import org.sightline.upkeep.CompactionReport;

class UpkeepCommandsTest {

    @TempDir
    Path folder;

    private final List<Object[]> calls = new ArrayList<>();
    private final Backup good = new Backup(
            "nightly.zip",
            4096,
            new ImageManifest(
                    1,
                    Instant.parse("2026-03-01T12:00:00.5Z"),
                    "mark",
                    List.of(),
                    List.of(new ImageManifest.TenantRevision("acme", 7)),
                    List.of(new ImageManifest.TableContents("member", 30, "00")),
                    "abc"),
            null);
    private final Backup bad = new Backup("bad.zip", 3, null, "the file is no whole backup");

    private Backups backups() {
        return Fake.of(Backups.class)
                .on("name", arguments -> "nightly.zip")
                .on("create", arguments -> {
                    ((LongConsumer) arguments[2]).accept(1000);
                    calls.add(arguments);
                    return good;
                })
                .on("list", arguments -> List.of(good, bad))
                .on("check", arguments -> {
                    if (arguments[0].equals("foreign") && !(Boolean) arguments[1]) {
                        throw Problem.conflict(Codes.SERVER_KEY_MISMATCH, "another key")
                                .exception();
                    }
                    return good;
                })
                .on("restore", arguments -> {
                    ((LongConsumer) arguments[3]).accept(30);
                    calls.add(arguments);
                    return good;
                })
                .service();
    }

    @Test
    void aBackupTellsWhatIsInItAndWhatIsNot() throws CommandException {
        BackupCommand command = new BackupCommand();
        command.name = "nightly";
        command.backups = backups();
        assertThat(console().run(command))
                .contains("Wrote the backup `nightly.zip`: 1 tenants, 30 rows, 4096 bytes.")
                .contains("`server.key`")
                .doesNotContain("\r");
        assertThat(calls.get(0)[0]).isEqualTo("nightly.zip");
        assertThat(console().typing().run(command)).contains("\r1000");
        command.json = true;
        assertThat(console().run(command))
                .contains("\"name\":\"nightly.zip\"")
                .contains("\"checksum\":\"abc\"")
                .contains("\"tenants\":[{\"tenant_key\":\"acme\",\"revision\":7}]");
    }

    @Test
    void theListShowsWhatIsDamaged() throws CommandException {
        BackupListCommand command = new BackupListCommand();
        command.backups = backups();
        assertThat(console().run(command))
                .contains("2026-03-01T12:00:00Z")
                .containsPattern("bad.zip +│ 3 +│ damaged")
                .contains("no whole backup");
        command.json = true;
        assertThat(console().run(command)).contains("\"damage\":\"the file is no whole backup\"");
    }

    @Test
    void aRestoreShowsHowFarItIs() throws CommandException {
        RestoreCommand command = restoring("nightly");
        assertThat(console().typing().run(command)).contains("\r[").contains("50%  30");
        assertThat(console().run(command))
                .contains("Restored the backup `nightly.zip`")
                .contains("compared and the same");
        command.json = true;
        assertThat(console().run(command)).contains("\"rows\":30");
    }

    private RestoreCommand restoring(String name) {
        RestoreCommand command = new RestoreCommand();
        command.name = name;
        command.backups = backups();
        return command;
    }

    @Test
    void anotherKeyMustBeAccepted() throws CommandException {
        RestoreCommand command = restoring("foreign");
        assertThat(console().refusal(command)).startsWith("server_key_mismatch: another key");
        assertThat(calls).isEmpty();
        command.acceptOtherKey = true;
        console().run(command);
        assertThat(calls.get(0)[1]).isEqualTo(true);
    }

    @Test
    void aCompactionTellsWhatWent() throws CommandException {
        CompactCommand command = new CompactCommand();
        command.compaction = Fake.of(Compaction.class)
                .on("run", arguments -> new CompactionReport(3, 700, 20))
                .service();
        assertThat(console().run(command))
                .contains("Looked at 3 tenants, removed 700 rows of the past and 20 audit entries.");
        command.json = true;
        assertThat(console().run(command)).contains("{\"tenants\":3,\"rows_removed\":700,\"audit_removed\":20}");
    }

    @Test
    void saysThatItIsOff() {
        assertThat(console().refusal(new BackupCommand())).contains("`upkeep` is off");
        assertThat(console().refusal(new BackupListCommand())).contains("`upkeep` is off");
        assertThat(console().refusal(new RestoreCommand())).contains("`upkeep` is off");
        assertThat(console().refusal(new CompactCommand())).contains("`upkeep` is off");
    }

    private Console console() {
        return new Console(folder);
    }
}
