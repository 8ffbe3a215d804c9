package org.sightline.rest.internal.resources;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.access.Caller;
import org.sightline.contacts.ContactsPage;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.ResourceJson;
import org.sightline.resources.Resources;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Documents and bases of the calling app, or of the member it calls for; those of others are as if there were none. */
@Component(service = ResourceListResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/resources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ResourceListResource {

    /** Away while resources are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Resources resources;

    private Resources on() {
        return Capability.RESOURCES.on(resources);
    }

    /** Makes a resource. */
    @POST
    @Creates
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Makes a document or a base, which is the app's, or the member's for whom the app calls",
            status = 201,
            answer = ResourceJson.class,
            tagged = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, ResourceJson form) {
        Call call = Call.of(request);
        ResourceJson.NewResource wanted = form.toNew();
        Resource made = call.done(on().create(AppCallers.of(call), wanted.type(), wanted.title()));
        return call.created(made.id().value(), ResourceJson.of(made));
    }

    /** Lists what the caller owns or administers. */
    @GET
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Lists what the app, or the member for whom it calls, owns or administers, in order of creation",
            answer = ResourceJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Resources service = on();
        Page page = call.page();
        return page.of(piece(service, page, AppCallers.of(call)), ResourceJson::of);
    }

    private static ContactsPage<Resource> piece(Resources service, Page page, Caller.ByApp caller) {
        TenantSnapshot state = page.snapshot();
        List<Resource> readable = new ArrayList<>();
        long at = page.position();
        while (true) {
            List<Resource> next = service.list(state, caller, (int) at, page.size() + 1);
            for (Resource resource : next) {
                if (service.isReadable(caller, resource.type())) {
                    if (readable.size() == page.size()) {
                        return new ContactsPage<>(readable, at);
                    }
                    readable.add(resource);
                }
                at++;
            }
            if (next.size() <= page.size()) {
                return new ContactsPage<>(readable, 0);
            }
        }
    }

    /** Returns one resource. */
    @GET
    @Path("{id}")
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(value = "Returns a document or a base", answer = ResourceJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.one(ResourceJson.of(on().get(call.snapshot(), AppCallers.of(call), id(id))));
    }

    private static ResourceId id(String text) {
        return Query.pathId("resource", text, ResourceId::new);
    }

    /** Changes a resource by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Changes the title by a merge patch; administrators may do so, too",
            answer = ResourceJson.class,
            body = ResourceJson.class,
            tagged = true)
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String id, JsonNode patch) {
        Call call = Call.of(request);
        Resource changed = call.done(
                on().rename(AppCallers.of(call), id(id), call.expectation(ResourceJson::of), present -> ResourceJson.of(
                                present)
                        .titlePatchedBy(patch)));
        return call.changed(ResourceJson.of(changed));
    }

    /** Deletes a resource. */
    @DELETE
    @Path("{id}")
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Deletes a document or a base; for its owner, or an administrator once the owner is gone",
            status = 204,
            tagged = true)
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        call.done(on().delete(AppCallers.of(call), id(id), call.expectation(ResourceJson::of)));
        return call.nothing();
    }

    /** Names an administrator. */
    @PUT
    @Path("{id}/admins/{user}")
    @Consumes(MediaType.WILDCARD)
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Names a member whom the caller sees an administrator of a document or a base",
            answer = ResourceJson.class,
            refusals = {409})
    public Response share(
            @Context ContainerRequestContext request, @PathParam("id") String id, @PathParam("user") String user) {
        Call call = Call.of(request);
        Resource changed = call.done(on().addAdministrator(AppCallers.of(call), id(id), user(user)));
        return call.changed(ResourceJson.of(changed));
    }

    private static UserId user(String text) {
        return Query.pathId("user", text, UserId::new);
    }

    /** Takes an administrator away. */
    @DELETE
    @Path("{id}/admins/{user}")
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(value = "Takes an administrator away from a document or a base", status = 204)
    public Response unshare(
            @Context ContainerRequestContext request, @PathParam("id") String id, @PathParam("user") String user) {
        Call call = Call.of(request);
        call.done(on().removeAdministrator(AppCallers.of(call), id(id), user(user)));
        return call.nothing();
    }
}
