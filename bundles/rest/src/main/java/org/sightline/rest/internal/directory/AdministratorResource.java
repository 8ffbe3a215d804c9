package org.sightline.rest.internal.directory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.UserId;
import org.sightline.json.AdministratorJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Who may do what in a tenant. */
@Component(service = AdministratorResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/admins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdministratorResource {

    private static final String WHAT = "administrator";

    private final DirectoryEditor editor;

    /** Creates the resource. */
    @Activate
    public AdministratorResource(@Reference DirectoryEditor editor) {
        this.editor = editor;
    }

    /** Lists the administrators by user id. */
    @GET
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Lists the administrators", answer = AdministratorJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Page page = Call.of(request).page();
        List<Administrator> all = List.copyOf(page.snapshot().directory().administrators());
        return page.of(all.size(), at -> AdministratorJson.of(all.get(at)));
    }

    /** Returns one administrator. */
    @GET
    @Path("{user_id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns an administrator", answer = AdministratorJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("user_id") String text) {
        Call call = Call.of(request);
        return call.one(AdministratorJson.of(existing(call, Query.pathId(WHAT, text, UserId::new))));
    }

    /** Makes a member an administrator, or changes what they may do. */
    @PUT
    @Path("{user_id}")
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Makes a member an administrator, or changes what they may do",
            answer = AdministratorJson.class,
            tagged = true,
            refusals = 409)
    public Response put(
            @Context ContainerRequestContext request, @PathParam("user_id") String text, AdministratorJson form) {
        Call call = Call.of(request);
        UserId id = Query.pathId("user", text, UserId::new);
        Administrator now = call.done(editor.putAdministrator(
                call.tenant(), call.actor(), form.toModel(id), call.expectationOfAny(AdministratorJson::of)));
        return call.changed(AdministratorJson.of(now));
    }

    /** Takes a member's administrator role away. */
    @DELETE
    @Path("{user_id}")
    @Allowed(Role.PRIMARY)
    @Described(value = "Takes a member's administrator role away", status = 204, tagged = true, refusals = 409)
    public Response delete(@Context ContainerRequestContext request, @PathParam("user_id") String text) {
        Call call = Call.of(request);
        UserId id = Query.pathId(WHAT, text, UserId::new);
        call.done(editor.removeAdministrator(call.tenant(), call.actor(), id, call.expectation(AdministratorJson::of)));
        return call.nothing();
    }

    private static Administrator existing(Call call, UserId id) {
        return call.snapshot().directory().administrator(id).orElseThrow(() -> Query.noSuch(WHAT, id)
                .exception());
    }
}
