package org.sightline.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.PermissionName;

/**
 * The tables of docs/api.md, "What apps may call", against the file they are made of. With {@code -Ddocs.write=true} the
 * test writes them instead.
 */
class PermissionDocsTest {

    private static final Path DOCS = Path.of("../../docs/api.md");
    private static final String END = "<!-- end -->\n";

    @Test
    void theDocsSayWhatTheFileSays() throws IOException {
        String present = Files.readString(DOCS);
        String wanted = with(
                present,
                "operations",
                table("operation", NeededPermissions.shipped().operations()));
        wanted = with(
                wanted, "fields", table("field", NeededPermissions.shipped().fields()));
        wanted = with(
                wanted,
                "resources",
                table("resource", NeededPermissions.shipped().resources()));
        wanted = with(
                wanted, "events", table("event", NeededPermissions.shipped().events()));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCS, wanted);
        }

        assertThat(Files.readString(DOCS))
                .as("run this test with -Ddocs.write=true to write the tables")
                .isEqualTo(wanted);
    }

    private static String with(String text, String mark, String table) {
        String begin = "<!-- " + mark + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(END, from);
        assertThat(from).isGreaterThan(begin.length());
        assertThat(to).isPositive();
        return text.substring(0, from) + table + text.substring(to);
    }

    private static String table(String what, Map<String, Need> needs) {
        StringBuilder table =
                new StringBuilder("| " + what + " | an app as itself | an app for a member |\n|---|---|---|\n");
        needs.forEach((name, need) -> table.append("| `")
                .append(name.replace("/api/v1/tenants/{t}", "…"))
                .append("` | ")
                .append(names(need.app()))
                .append(" | ")
                .append(names(need.user()))
                .append(" |\n"));
        return table.toString();
    }

    private static String names(List<PermissionName> names) {
        return names.isEmpty()
                ? "no way"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
