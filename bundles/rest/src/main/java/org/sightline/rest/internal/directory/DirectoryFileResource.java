package org.sightline.rest.internal.directory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.json.ImportReportJson;
import org.sightline.json.JobJson;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.settings.RestSettings;

/** Whole directories in and out. */
@Component(
        service = DirectoryFileResource.class,
        configurationPid = RestSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/directory")
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryFileResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final DirectoryFiles files;
    private final Jobs jobs;
    private final Spool spool;

    /** Creates the resource. */
    @Activate
    public DirectoryFileResource(@Reference DirectoryFiles files, @Reference Jobs jobs, RestSettings settings)
            throws IOException {
        this.files = files;
        this.jobs = jobs;
        this.spool = Spool.in(settings.spool__folder());
    }

    /** Imports a directory, at once or as a job. */
    @POST
    @Path("import")
    @Consumes({NDJSON, CSV})
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Imports a directory: all of it, or nothing when a line is faulty; with `async` as a job (202)",
            answer = ImportReportJson.class,
            accepted = JobJson.class,
            refusals = 409)
    public Response importDirectory(
            @Context ContainerRequestContext request,
            @QueryParam("dry_run") @Nullable String dryRun,
            @QueryParam("async") @Nullable String async,
            InputStream body)
            throws IOException {
        Call call = Call.of(request);
        boolean onlyCheck = Query.flag("dry_run", dryRun);
        FileFormat format = format(request.getMediaType());
        if (Query.flag("async", async)) {
            return accepted(call, later(call, body, format, onlyCheck));
        }
        ImportReport report = files.importFile(call.tenant(), call.actor(), body, format, onlyCheck, lines -> {});
        call.at(report.revision());
        return answer(call, report);
    }

    private static FileFormat format(@Nullable MediaType type) {
        if (type == null) {
            throw new NotSupportedException();
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw Problem.of(
                            ProblemKind.INVALID,
                            Codes.INVALID,
                            "the header `Content-Type` names the charset `" + charset + "`; only UTF-8 is read")
                    .exception();
        }
        return type.getSubtype().equals("csv") ? FileFormat.CSV : FileFormat.NDJSON;
    }

    private static Response answer(Call call, ImportReport report) {
        ImportReportJson form = ImportReportJson.of(report);
        if (report.errorCount() == 0) {
            return call.plain(form);
        }
        throw Problem.of(
                        ProblemKind.INVALID,
                        Codes.INVALID,
                        faulty(report.errorCount()) + ", see `errors`; nothing was changed")
                .with("created", form.created())
                .with("updated", form.updated())
                .with("unchanged", form.unchanged())
                .with("errors", form.errors())
                .with("error_count", form.errorCount())
                .exception();
    }

    private static String faulty(long lines) {
        return lines == 1 ? "one line is faulty" : lines + " lines are faulty";
    }

    private Job later(Call call, InputStream body, FileFormat format, boolean onlyCheck) throws IOException {
        Spool.Waiting waiting = spool.take(body);
        try {
            TenantKey tenant = call.tenant();
            return jobs.start("directory.import", tenant, progress -> {
                try (waiting;
                        InputStream content = waiting.open()) {
                    return files.importFile(tenant, call.actor(), content, format, onlyCheck, progress);
                }
            });
        } catch (RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    private static Response accepted(Call call, Job job) {
        URI location = URI.create("/api/v1/tenants/" + call.tenant() + "/jobs/" + job.id());
        return Response.accepted(Json.bytes(JobJson.of(job)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(location)
                .build();
    }

    /** Returns how far an import is. */
    @GET
    @Path("jobs/{id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns how far an import is, and its report", answer = JobJson.class)
    public Response job(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return JobResource.answer(request, jobs, id);
    }

    /** Returns how far an import is, under the import's own path. */
    @GET
    @Path("import/jobs/{id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns how far an import is, and its report", answer = JobJson.class)
    public Response importJob(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return JobResource.answer(request, jobs, id);
    }

    /** Returns the directory in the form that an import takes. */
    @GET
    @Path("export")
    @Produces(NDJSON)
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns the directory in the form that an import takes", answer = String.class)
    public Response export(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        TenantKey tenant = call.tenant();
        call.snapshot();
        StreamingOutput content = out -> files.export(tenant, out);
        return Response.ok(content, NDJSON).build();
    }
}
