package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.Committed;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.PreviewResult.Pair;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.Shadows;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;

class VisibilityShadowCommandTest {

    private static final Shadow SHADOW =
            new Shadow(MainRuleChoice.of("own_city"), Instant.parse("2026-03-01T10:00:00Z"));

    private final List<Object> asked = new ArrayList<>();
    private final World world = new World();

    @TempDir
    private Path folder;

    private VisibilityShadowCommand command() {
        VisibilityShadowCommand command = new VisibilityShadowCommand();
        command.tenantKey = "acme";
        command.snapshots = world.snapshots();
        command.shadows = Fake.of(Shadows.class)
                .on("put", arguments -> {
                    asked.add(arguments[2]);
                    return new Committed<>(SHADOW, 4L);
                })
                .on("remove", arguments -> {
                    asked.add("remove");
                    return new Committed<>(SHADOW, 5L);
                })
                .on(
                        "report",
                        arguments -> new ShadowReport(
                                SHADOW,
                                ShadowReport.State.MISSING,
                                "no bundle offers `own_city`",
                                12,
                                1,
                                0,
                                List.of(new Pair(new UserId("ann"), new UserId("bob"))),
                                List.of()))
                .service();
        return command;
    }

    @Test
    void showsWhatWouldChange() throws Exception {
        assertThat(new Console(folder).run(command()))
                .contains("visible", "ann", "bob")
                .contains("candidate: own_city, compared since 2026-03-01T10:00:00Z")
                .contains("compared: 12, would gain: 1, would lose: 0")
                .contains("not compared now: no bundle offers `own_city`");
        assertThat(asked).isEmpty();
    }

    @Test
    void printsWhatRestAnswers() throws Exception {
        VisibilityShadowCommand command = command();
        command.json = true;
        assertThat(new Console(folder).run(command))
                .contains("\"would_gain\":1")
                .contains("\"state\":\"missing\"")
                .contains("\"gained\":[[\"ann\",\"bob\"]]");
    }

    @Test
    void startsAndEndsComparing() throws Exception {
        VisibilityShadowCommand start = command();
        start.candidate = "own_city";
        new Console(folder).run(start);
        Files.writeString(
                folder.resolve("candidate.json"),
                "{\"main_rule\": {\"type\": \"near\", \"params\": {\"radius\": \"5\"}}}");
        VisibilityShadowCommand fromFile = command();
        fromFile.file = "candidate.json";
        new Console(folder).run(fromFile);
        VisibilityShadowCommand end = command();
        end.remove = true;
        assertThat(new Console(folder).run(end)).contains("No candidate is compared any more.");

        assertThat(asked)
                .containsExactly(
                        MainRuleChoice.of("own_city"),
                        new MainRuleChoice("near", List.of(), Map.of("radius", "5")),
                        "remove");
    }

    @Test
    void oneThingAtATime() {
        VisibilityShadowCommand both = command();
        both.candidate = "own_city";
        both.remove = true;
        assertThat(new Console(folder).refusal(both)).contains("give one of --candidate, --file and --remove");
        assertThat(asked).isEmpty();
    }
}
