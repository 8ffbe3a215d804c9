package org.sightline.rest.internal.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.json.UnitJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Units: sets of departments larger than a department. */
@Component(service = UnitResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnitResource {

    private final DirectoryEditor editor;

    /** Creates the resource. */
    @Activate
    public UnitResource(@Reference DirectoryEditor editor) {
        this.editor = editor;
    }

    /** Adds a unit. */
    @POST
    @Creates
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Adds a unit",
            status = 201,
            answer = UnitJson.class,
            tagged = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, UnitJson form) {
        Call call = Call.of(request);
        Unit created = call.done(editor.createUnit(call.tenant(), call.actor(), form.toModel()));
        return call.created(created.id().value(), UnitJson.of(created));
    }

    /** Lists the units by id. */
    @GET
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Lists the units", answer = UnitJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Page page = Call.of(request).page();
        List<Unit> all = List.copyOf(page.snapshot().directory().units());
        return page.of(all.size(), at -> UnitJson.of(all.get(at)));
    }

    /** Returns one unit. */
    @GET
    @Path("{id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns a unit", answer = UnitJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        UnitId id = Query.pathId("unit", text, UnitId::new);
        Unit found = call.snapshot().directory().unit(id).orElseThrow(() -> Query.noSuch("unit", id)
                .exception());
        return call.one(UnitJson.of(found));
    }

    /** Changes a unit by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Changes a unit by a merge patch",
            answer = UnitJson.class,
            body = UnitJson.class,
            tagged = true,
            refusals = {409})
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String text, JsonNode patch) {
        Call call = Call.of(request);
        UnitId id = Query.pathId("unit", text, UnitId::new);
        Unit changed = call.done(editor.updateUnit(
                call.tenant(), call.actor(), id, call.expectation(UnitJson::of), present -> UnitJson.of(present)
                        .patchedBy(patch)
                        .toModel()));
        return call.changed(UnitJson.of(changed));
    }

    /** Deletes a unit. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Deletes a unit",
            status = 204,
            tagged = true,
            refusals = {409})
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        UnitId id = Query.pathId("unit", text, UnitId::new);
        call.done(editor.deleteUnit(call.tenant(), call.actor(), id, call.expectation(UnitJson::of)));
        return call.nothing();
    }
}
