package org.sightline.rest.internal.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.DirectoryEditor;
import org.sightline.json.OperatorAccessJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Whether a tenant lets the operator in. */
@Component(service = OperatorAccessResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/operator-access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OperatorAccessResource {

    private final DirectoryEditor editor;
    private final Clock clock;

    /** Creates the resource. */
    @Activate
    public OperatorAccessResource(@Reference DirectoryEditor editor, @Reference Clock clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /** Lets the operator in. */
    @PUT
    @Allowed(Role.PRIMARY)
    @Described(
            value =
                    "Lets the operator see and do what an administrator of the tenant may, until an instant or until taken"
                            + " back",
            answer = OperatorAccessJson.class)
    public Response put(@Context ContainerRequestContext request, OperatorAccessJson form) {
        Call call = Call.of(request);
        return call.changed(OperatorAccessJson.of(
                call.done(editor.putOperatorAccess(call.tenant(), call.actor(), form.toModel(clock.instant())))));
    }

    /** Lets the operator in no more. */
    @DELETE
    @Allowed(Role.PRIMARY)
    @Described(value = "Lets the operator in no more", status = 204)
    public Response delete(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        call.done(editor.removeOperatorAccess(call.tenant(), call.actor()));
        return call.nothing();
    }
}
