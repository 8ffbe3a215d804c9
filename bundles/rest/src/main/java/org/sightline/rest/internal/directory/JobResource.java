package org.sightline.rest.internal.directory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.jobs.Jobs;
import org.sightline.json.JobJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Work that goes on after its request was answered. */
@Component(service = JobResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final Jobs jobs;

    /** Creates the resource. */
    @Activate
    public JobResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /** Returns how far a job is. */
    @GET
    @Path("{id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns how far a job is, and what it gave back", answer = JobJson.class)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return answer(request, jobs, id);
    }

    /** Answers with a job of the request's tenant. */
    static Response answer(ContainerRequestContext request, Jobs jobs, String id) {
        Call call = Call.of(request);
        return call.plain(JobJson.of(jobs.find(call.tenant(), id)
                .orElseThrow(() -> Query.noSuch("job", id).exception())));
    }
}
