package org.sightline.rest.internal.operator;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.jobs.Jobs;
import org.sightline.json.JobJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.upkeep.Compaction;

/** Removes what of the past is not kept, without waiting for the day's turn. */
@Component(service = CompactionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/operator/compaction")
@Produces(MediaType.APPLICATION_JSON)
public final class CompactionResource {

    private final Jobs jobs;

    /** Away while upkeep is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Compaction compaction;

    /** Creates the resource. */
    @Activate
    public CompactionResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /** Begins to remove it. */
    @POST
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Begins to remove what of the past is older than is kept; the job's result tells how much went",
            status = 202,
            answer = JobJson.class,
            refusals = 409)
    public Response compact(@Context ContainerRequestContext request) {
        Compaction now = Capability.UPKEEP.on(compaction);
        return AcceptedJob.answer(jobs.start("history.compact", null, now::run));
    }
}
