package org.sightline.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportReport;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;

/**
 * A piece of work at one moment; an import's own members stand beside the job's.
 *
 * @param jobId     random
 * @param kind      what it does, such as {@code directory.import}
 * @param tenantKey for whom; absent for work that concerns the whole server
 * @param state     {@code running}, {@code done} or {@code failed}
 * @param progress  a count that grows while it runs
 * @param startedAt when it began
 * @param result    what it gave back, or the problem it failed with; absent while it runs
 * @param report    an import's result once more; absent for other work and while it runs
 */
public record JobJson(
        String jobId,
        String kind,
        @Nullable String tenantKey,

        @Schema(allowableValues = {"running", "done", "failed"})
        String state,

        long progress,
        Instant startedAt,
        @Nullable Object result,
        @JsonUnwrapped @Nullable ImportReportJson report) {

    /** Returns the form of a job. */
    public static JobJson of(Job job) {
        TenantKey tenant = job.tenant();
        return new JobJson(
                job.id(),
                job.kind(),
                tenant == null ? null : tenant.value(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.progress(),
                job.startedAt(),
                Forms.of(job.result()),
                job.result() instanceof ImportReport done ? ImportReportJson.of(done) : null);
    }
}
