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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.DepartmentJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.visibility.Visibility;

/** Departments: the tenant's tree. */
@Component(service = DepartmentResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DepartmentResource {

    private final DirectoryEditor editor;
    private final Visibility visibility;

    /** Creates the resource. */
    @Activate
    public DepartmentResource(@Reference DirectoryEditor editor, @Reference Visibility visibility) {
        this.editor = editor;
        this.visibility = visibility;
    }

    /** Adds a department. */
    @POST
    @Creates
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Adds a department",
            status = 201,
            answer = DepartmentJson.class,
            tagged = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, DepartmentJson form) {
        Call call = Call.of(request);
        Department created = call.done(editor.createDepartment(call.tenant(), call.actor(), form.toModel()));
        return call.created(created.id().value(), DepartmentJson.of(created));
    }

    /** Lists all departments from the top, or those directly below one. */
    @GET
    @Allowed({Role.ADMINISTRATOR, Role.APP})
    @Described(
            value =
                    "Lists all departments from the top, or those directly below one; to an app those in its data range",
            answer = DepartmentJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request, @QueryParam("parent_id") @Nullable String parentId) {
        Call call = Call.of(request);
        Page page = call.page();
        ShownDirectory shown = ShownDirectory.of(call, page.snapshot(), visibility);
        DirectorySnapshot directory = shown.directory();
        DepartmentId wanted = Query.value("parent_id", parentId, DepartmentId::new);
        int parent = wanted == null ? DirectorySnapshot.NONE : parent(shown, wanted);
        int[] numbers = shown.departments();
        int last = wanted == null ? directory.departmentCount() : directory.subtreeEnd(parent);
        int end = numbers == null ? last : numbers.length;
        return page.of(end, at -> {
            int department = numbers == null ? at : numbers[at];
            return wanted == null || directory.parentOf(department) == parent ? shown.department(department) : null;
        });
    }

    private static int parent(ShownDirectory shown, DepartmentId id) {
        int parent = shown.directory().departmentNumber(id);
        if (parent == DirectorySnapshot.NONE || !shown.showsDepartment(parent)) {
            throw Query.invalid("parent_id", "there is no department `" + id + "`")
                    .exception();
        }
        return parent;
    }

    /** Returns one department. */
    @GET
    @Path("{id}")
    @Allowed({Role.ADMINISTRATOR, Role.APP})
    @Described(
            value = "Returns a department; to an app one in its data range",
            answer = DepartmentJson.class,
            tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        DepartmentId id = Query.pathId("department", text, DepartmentId::new);
        ShownDirectory shown = ShownDirectory.of(call, call.snapshot(), visibility);
        int number = shown.directory().departmentNumber(id);
        if (number == DirectorySnapshot.NONE || !shown.showsDepartment(number)) {
            throw Query.noSuch("department", id).exception();
        }
        return call.one(shown.department(number));
    }

    /** Changes a department by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Changes a department by a merge patch",
            answer = DepartmentJson.class,
            body = DepartmentJson.class,
            tagged = true,
            refusals = {409})
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String text, JsonNode patch) {
        Call call = Call.of(request);
        DepartmentId id = Query.pathId("department", text, DepartmentId::new);
        Department changed = call.done(editor.updateDepartment(
                call.tenant(), call.actor(), id, call.expectation(DepartmentJson::of), present -> DepartmentJson.of(
                                present)
                        .patchedBy(patch)
                        .toModel()));
        return call.changed(DepartmentJson.of(changed));
    }

    /** Deletes a department. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Deletes a department",
            status = 204,
            tagged = true,
            refusals = {409})
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        DepartmentId id = Query.pathId("department", text, DepartmentId::new);
        call.done(editor.deleteDepartment(call.tenant(), call.actor(), id, call.expectation(DepartmentJson::of)));
        return call.nothing();
    }
}
