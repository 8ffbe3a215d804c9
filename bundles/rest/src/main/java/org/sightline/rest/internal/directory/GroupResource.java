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
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.json.GroupJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Groups: named sets of members and departments, or of those who satisfy a condition. */
@Component(service = GroupResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private final DirectoryEditor editor;

    /** Creates the resource. */
    @Activate
    public GroupResource(@Reference DirectoryEditor editor) {
        this.editor = editor;
    }

    /** Adds a group. */
    @POST
    @Creates
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Adds a group",
            status = 201,
            answer = GroupJson.class,
            tagged = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, GroupJson form) {
        Call call = Call.of(request);
        Group created = call.done(editor.createGroup(call.tenant(), call.actor(), form.toModel()));
        return call.created(created.id().value(), GroupJson.of(created));
    }

    /** Lists the groups by id. */
    @GET
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Lists the groups", answer = GroupJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Page page = Call.of(request).page();
        List<Group> all = List.copyOf(page.snapshot().directory().groups());
        return page.of(all.size(), at -> GroupJson.of(all.get(at)));
    }

    /** Returns one group. */
    @GET
    @Path("{id}")
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns a group", answer = GroupJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        GroupId id = Query.pathId("group", text, GroupId::new);
        Group found = call.snapshot().directory().group(id).orElseThrow(() -> Query.noSuch("group", id)
                .exception());
        return call.one(GroupJson.of(found));
    }

    /** Changes a group by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Changes a group by a merge patch",
            answer = GroupJson.class,
            body = GroupJson.class,
            tagged = true,
            refusals = {409})
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String text, JsonNode patch) {
        Call call = Call.of(request);
        GroupId id = Query.pathId("group", text, GroupId::new);
        Group changed = call.done(editor.updateGroup(
                call.tenant(), call.actor(), id, call.expectation(GroupJson::of), present -> GroupJson.of(present)
                        .patchedBy(patch)
                        .toModel()));
        return call.changed(GroupJson.of(changed));
    }

    /** Deletes a group. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Deletes a group",
            status = 204,
            tagged = true,
            refusals = {409})
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        GroupId id = Query.pathId("group", text, GroupId::new);
        call.done(editor.deleteGroup(call.tenant(), call.actor(), id, call.expectation(GroupJson::of)));
        return call.nothing();
    }
}
