package org.sightline.rest.internal.apps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.sightline.apps.AppReleases;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppVersion;
import org.sightline.json.AppVersionJson;
import org.sightline.json.SubmissionJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** What developers submit for release, and what became of it. */
@Component(service = AppVersionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/apps/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AppVersionResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppReleases releases;

    /** Submits a version. */
    @POST
    @Creates
    @Allowed(Role.MEMBER)
    @Described(
            value = "Submits a version: what needs no review is in force at once, the rest waits",
            status = 201,
            answer = AppVersionJson.class,
            refusals = {409})
    public Response submit(
            @Context ContainerRequestContext request, @PathParam("id") String text, SubmissionJson form) {
        Call call = Call.of(request);
        AppReleases service = Capability.APP_PERMISSIONS.on(releases);
        App app = Developers.app(call, text);
        Caller.User caller = Developers.caller(call);
        AppVersion version = call.done(service.submit(
                call.tenant(),
                call.actor(),
                app.id(),
                caller.isAdministrator() ? null : caller.user(),
                form.toModel()));
        return call.createdUnaddressed(AppVersionJson.of(version));
    }

    /** Lists an app's versions in order of submission. */
    @GET
    @Allowed(Role.MEMBER)
    @Described(value = "Lists an app's versions, the oldest first", answer = AppVersionJson.class, list = true)
    public Response list(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        Capability.APP_PERMISSIONS.on(releases);
        App app = Developers.app(call, text);
        Page page = call.page();
        List<AppVersion> versions = page.snapshot().apps().versionsOf(app.id());
        return page.of(versions.size(), at -> AppVersionJson.of(versions.get(at)));
    }
}
