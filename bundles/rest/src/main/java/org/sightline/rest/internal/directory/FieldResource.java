package org.sightline.rest.internal.directory;

import jakarta.ws.rs.Consumes;
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
import org.sightline.directory.DirectoryEditor;
import org.sightline.json.FieldsJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** A tenant's custom fields, as one list. */
@Component(service = FieldResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FieldResource {

    private final DirectoryEditor editor;

    /** Creates the resource. */
    @Activate
    public FieldResource(@Reference DirectoryEditor editor) {
        this.editor = editor;
    }

    /** Returns all custom fields. */
    @GET
    @Allowed(Role.ADMINISTRATOR)
    @Described(value = "Returns the custom fields", answer = FieldsJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.one(FieldsJson.of(call.snapshot().directory().fields()));
    }

    /** Replaces all custom fields. */
    @PUT
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Replaces the custom fields; values of fields that are gone are dropped from all members",
            answer = FieldsJson.class,
            tagged = true,
            refusals = 409)
    public Response put(@Context ContainerRequestContext request, FieldsJson form) {
        Call call = Call.of(request);
        return call.changed(FieldsJson.of(call.done(
                editor.replaceFields(call.tenant(), call.actor(), call.expectation(FieldsJson::of), form.toModel()))));
    }
}
