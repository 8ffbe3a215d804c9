package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.json.JobJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.JobText;

/** Lists what runs, or ran, in the background. */
@Service
@Command(
        scope = "sightline",
        name = "job-list",
        description = "List what runs, or ran, in the background, newest first")
public final class JobListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    Jobs jobs;

    @Override
    void run(PrintStream out) {
        List<Job> all = on(jobs, "directory").list();
        if (json) {
            printJson(out, PageJson.whole(all.stream().map(JobJson::of).toList()));
        } else {
            JobText.print(out, all);
        }
    }
}
