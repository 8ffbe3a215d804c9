package org.sightline.shell.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.BenchmarkJson;
import org.sightline.shell.internal.text.BenchmarkText;
import org.sightline.visibility.Visibility;

/** Measures how fast the running server answers. */
@Service
@Command(
        scope = "sightline",
        name = "benchmark",
        description = "Measure checks, batches and lists of a tenant inside the running server; uses one processor")
public final class BenchmarkCommand extends SightlineCommand {

    private static final int MOST_SECONDS = 60;

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--seconds", description = "How long each of the three is measured, from 1 to 60")
    int seconds = 2;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Visibility visibility;

    @Override
    void run(PrintStream out) {
        Visibility judge = on(visibility, "visibility-rules");
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.invalid("/seconds", Codes.INVALID, "--seconds must be from 1 to " + MOST_SECONDS)
                    .exception();
        }
        TenantSnapshot state = on(snapshots, "directory").current(tenantKey(tenantKey));
        BenchmarkJson measured = measure(judge, state, Duration.ofSeconds(seconds));
        if (json) {
            printJson(out, measured);
        } else {
            BenchmarkText.print(out, measured);
        }
    }

    private BenchmarkJson measure(Visibility judge, TenantSnapshot state, Duration time) {
        EngineMeasures measures = new EngineMeasures(judge.engine(state), state.directory(), System::nanoTime);
        List<BenchmarkJson.RowJson> rows = measures.measure(time);
        return new BenchmarkJson(
                tenantKey,
                state.revision(),
                state.directory().memberCount(),
                seconds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                rows);
    }
}
