package org.sightline.rest.internal.operator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.AuditEntryJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.store.TenantStore;

/** A tenant's audit log. */
@Component(service = AuditResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final AuditPages audit;

    /** Creates the resource. */
    @Activate
    public AuditResource(@Reference TenantStore store, @Reference Clock clock) {
        this.audit = new AuditPages(store, clock);
    }

    /** Lists what was done, newest first. */
    @GET
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Lists what was done, newest first; all parameters match exactly",
            answer = AuditEntryJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("object") @Nullable String object,
            @QueryParam("action") @Nullable String action) {
        Call call = Call.of(request);
        return audit.answer(call.page(), call.tenant(), new AuditPages.Wanted(from, to, actor, object, action));
    }
}
