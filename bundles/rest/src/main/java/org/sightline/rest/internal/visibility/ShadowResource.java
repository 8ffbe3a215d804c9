package org.sightline.rest.internal.visibility;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import org.sightline.json.ShadowJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.visibility.Shadows;

/** A candidate main rule that is compared with the one in force, and decides nothing. */
@Component(service = ShadowResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/visibility/shadow")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ShadowResource {

    private final Shadows shadows;

    /** Creates the resource. */
    @Activate
    public ShadowResource(@Reference Shadows shadows) {
        this.shadows = shadows;
    }

    /** Returns what comparing has shown. */
    @GET
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Returns what comparing the candidate main rule with the one in force has shown so far",
            answer = ShadowJson.class)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.plain(ShadowJson.of(shadows.report(call.snapshot())));
    }

    /** Has a candidate compared. */
    @PUT
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Has a candidate main rule compared with the one in force on live questions, changing no answer",
            answer = ShadowJson.class,
            body = ShadowJson.CandidateJson.class,
            refusals = 409)
    public Response put(@Context ContainerRequestContext request, ShadowJson.CandidateJson form) {
        Call call = Call.of(request);
        call.done(shadows.put(call.tenant(), call.actor(), form.toModel()));
        return call.plain(ShadowJson.of(shadows.report(call.snapshot())));
    }

    /** Has no candidate compared any more. */
    @DELETE
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(value = "Ends the comparison and forgets its counts", status = 204)
    public Response delete(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        call.done(shadows.remove(call.tenant(), call.actor()));
        return call.nothing();
    }
}
