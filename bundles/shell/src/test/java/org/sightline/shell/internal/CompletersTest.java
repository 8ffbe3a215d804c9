package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

class CompletersTest {

    private final World world = new World();

    @Test
    void completesTenants() {
        TenantCompleter completer = new TenantCompleter();
        completer.tenants = world.tenants();
        assertThat(candidates(completer, "sightline:tenant-show", "a")).containsExactly("acme");
        assertThat(candidates(completer, "sightline:tenant-show", "")).containsExactly("acme");
        assertThat(candidates(completer, "sightline:tenant-show", "x")).isEmpty();
        assertThat(candidates(new TenantCompleter(), "sightline:tenant-show", ""))
                .isEmpty();
    }

    @Test
    void completesMembersOfTheTenantNamedBefore() {
        UserCompleter completer = new UserCompleter();
        completer.snapshots = world.snapshots();
        assertThat(candidates(completer, "sightline:verify", "acme", "an")).containsExactly("anna", "annika");
        assertThat(candidates(completer, "sightline:verify", "--json", "acme", "anna", "b"))
                .containsExactly("ben");
        assertThat(candidates(completer, "sightline:verify", "nowhere", "an")).isEmpty();
        assertThat(candidates(completer, "sightline:verify", "an")).isEmpty();
        assertThat(candidates(new UserCompleter(), "sightline:verify", "acme", ""))
                .isEmpty();
    }

    /** Karaf completes an argument only when those further left pass, and shows each of them without the line. */
    @Test
    void letsFinishedArgumentsPass() {
        UserCompleter completer = new UserCompleter();
        completer.snapshots = world.snapshots();
        assertThat(candidates(completer, "anna")).containsExactly("anna");
    }

    @Test
    void completesDepartmentsOfTheTenantNamedBefore() {
        DepartmentCompleter completer = new DepartmentCompleter();
        completer.snapshots = world.snapshots();
        assertThat(candidates(completer, "sightline:verify", "acme", "anna", "--object-department-id", ""))
                .containsExactly("0");
        assertThat(candidates(completer, "sightline:verify", "acme", "x")).isEmpty();
    }

    private static List<String> candidates(Completer completer, String... words) {
        String last = words[words.length - 1];
        String line = String.join(" ", words);
        CommandLine commandLine = Fake.of(CommandLine.class)
                .on("getArguments", nothing -> words)
                .on("getCursorArgumentIndex", nothing -> words.length - 1)
                .on("getCursorArgument", nothing -> last)
                .on("getArgumentPosition", nothing -> last.length())
                .on("getBufferPosition", nothing -> line.length())
                .on("getBuffer", nothing -> line)
                .service();
        List<String> candidates = new ArrayList<>();
        completer.complete(Fake.of(Session.class).service(), commandLine, candidates);
        return candidates.stream().map(String::strip).toList();
    }
}
