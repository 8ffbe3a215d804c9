package org.sightline.rest.internal.operator;

import jakarta.ws.rs.GET;
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
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.CallerJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Tells callers who they are. */
@Component(service = CallerResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class CallerResource {

    private final Snapshots snapshots;

    /** Creates the resource. */
    @Activate
    public CallerResource(@Reference Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Returns who is calling. */
    @GET
    @Allowed(Role.SIGNED_IN)
    @Described(value = "Returns who is calling and what they may do", answer = CallerJson.class)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        TenantKey tenant = call.caller().tenant();
        if (tenant != null) {
            call.at(snapshots.current(tenant).revision());
        }
        return call.plain(CallerJson.of(call.caller()));
    }
}
