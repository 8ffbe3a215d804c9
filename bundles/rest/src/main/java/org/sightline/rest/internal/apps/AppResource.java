package org.sightline.rest.internal.apps;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.apps.Apps;
import org.sightline.apps.IssuedApp;
import org.sightline.apps.model.App;
import org.sightline.json.AppJson;
import org.sightline.json.IssuedAppJson;
import org.sightline.json.OverlapJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.OptionalBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Apps, as their developers and administrators see them; somebody else's are as if they did not exist. */
@Component(service = AppResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/apps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AppResource {

    private static final String SECRET = "secret";
    private static final String SIGNING_KEY = "event_signing_key";

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Apps apps;

    private Apps on() {
        return Capability.APP_PERMISSIONS.on(apps);
    }

    /** Registers an app. */
    @POST
    @Creates(answerSecrets = {SECRET, SIGNING_KEY})
    @Allowed(Role.MEMBER)
    @Described(
            value = "Registers an app; its secrets are shown this once",
            status = 201,
            answer = IssuedAppJson.class,
            tagged = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, AppJson form) {
        Call call = Call.of(request);
        IssuedApp issued = call.done(on().register(
                        call.tenant(), call.actor(), Developers.caller(call).user(), form.newId(), form.toDetails()));
        return call.created(issued.app().id().value(), IssuedAppJson.of(issued));
    }

    /** Lists the apps that the caller may see, by id. */
    @GET
    @Allowed(Role.MEMBER)
    @Described(
            value = "Lists the caller's own apps; with `all_applications_management` all apps",
            answer = AppJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        on();
        Page page = call.page();
        List<App> all = List.copyOf(page.snapshot().apps().apps().values());
        return page.of(all.size(), at -> Developers.sees(call, all.get(at)) ? AppJson.of(all.get(at)) : null);
    }

    /** Returns one app. */
    @GET
    @Path("{id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Returns an app, without its secrets", answer = AppJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        on();
        return call.one(AppJson.of(Developers.app(call, text)));
    }

    /** Changes an app by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(Role.MEMBER)
    @Described(value = "Changes an app by a merge patch", answer = AppJson.class, body = AppJson.class, tagged = true)
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String text, JsonNode patch) {
        Call call = Call.of(request);
        Apps service = on();
        App app = Developers.app(call, text);
        App changed = call.done(service.update(
                call.tenant(),
                call.actor(),
                app.id(),
                Developers.managesAll(call),
                call.expectation(AppJson::of),
                present -> AppJson.of(present).patchedBy(patch).toDetails()));
        return call.changed(AppJson.of(changed));
    }

    /** Deletes an app. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Deletes an app with its versions, reviews and grants", status = 204, tagged = true)
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        Apps service = on();
        App app = Developers.app(call, text);
        call.done(service.delete(call.tenant(), call.actor(), app.id(), call.expectation(AppJson::of)));
        return call.nothing();
    }

    /** Gives an app new secrets. */
    @POST
    @Path("{id}/secret")
    @Creates(answerSecrets = {SECRET, SIGNING_KEY})
    @Allowed(Role.MEMBER)
    @Described(
            value = "Gives an app a new secret and a new signing key, which are shown this once",
            status = 201,
            answer = IssuedAppJson.class,
            body = OverlapJson.class)
    public Response renewSecret(
            @Context ContainerRequestContext request, @PathParam("id") String text, InputStream content)
            throws IOException {
        Call call = Call.of(request);
        OverlapJson form = OptionalBody.read(content, OverlapJson.class, OverlapJson.NONE);
        Apps service = on();
        App app = Developers.app(call, text);
        IssuedApp issued = call.done(service.renewSecret(call.tenant(), call.actor(), app.id(), form.toModel()));
        return call.createdUnaddressed(IssuedAppJson.of(issued));
    }
}
