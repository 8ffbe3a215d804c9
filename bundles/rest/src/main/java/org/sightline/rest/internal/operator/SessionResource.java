package org.sightline.rest.internal.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.access.Sessions;
import org.sightline.access.Sessions.OpenedSession;
import org.sightline.directory.Snapshots;
import org.sightline.json.Json;
import org.sightline.json.LoginJson;
import org.sightline.json.LoginJson.Login;
import org.sightline.json.SessionJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Signing in and out. */
@Component(service = SessionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Sessions sessions;
    private final Snapshots snapshots;

    /** Creates the resource. */
    @Activate
    public SessionResource(@Reference Sessions sessions, @Reference Snapshots snapshots) {
        this.sessions = sessions;
        this.snapshots = snapshots;
    }

    /** Opens a session. */
    @POST
    @Allowed(Role.PUBLIC)
    @Described(
            value = "Opens a session; `login` is a user id or an email address",
            status = 201,
            answer = SessionJson.class,
            refusals = 401)
    public Response open(@Context ContainerRequestContext request, LoginJson form) {
        Login login = form.toModel();
        OpenedSession opened = sessions.open(login.tenant(), login.login(), login.password());
        Call call = Call.of(request);
        call.at(snapshots.current(login.tenant()).revision());
        return Response.created(URI.create(call.path() + "/current"))
                .entity(Json.bytes(SessionJson.of(opened)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** Ends the caller's session. */
    @DELETE
    @Path("current")
    @Allowed(Role.MEMBER)
    @Described(value = "Ends the session whose token the request carries", status = 204)
    public Response close(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        sessions.close(call.token());
        return call.nothing();
    }
}
