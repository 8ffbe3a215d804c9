package org.sightline.rest.internal.apps;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.sightline.apps.AppReleases;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.json.AppGrantJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** Permissions in force. */
@Component(service = AppGrantResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/app-grants")
@Produces(MediaType.APPLICATION_JSON)
public final class AppGrantResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppReleases releases;

    /** Lists permissions in force by app and name. */
    @GET
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Lists the permissions in force, by app and name", answer = AppGrantJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Capability.APP_PERMISSIONS.on(releases);
        Page page = call.page();
        List<AppGrant> grants = page.snapshot().apps().grants().values().stream()
                .flatMap(ofApp -> ofApp.values().stream())
                .toList();
        return page.of(grants.size(), at -> AppGrantJson.of(grants.get(at)));
    }

    /** Takes a permission back. */
    @DELETE
    @Path("{app}/{identity}/{name}")
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Takes a permission back; the app is without it at its next call", status = 204)
    public Response revoke(
            @Context ContainerRequestContext request,
            @PathParam("app") String app,
            @PathParam("identity") String identity,
            @PathParam("name") String name) {
        Call call = Call.of(request);
        AppReleases service = Capability.APP_PERMISSIONS.on(releases);
        AppId id = Query.pathId("app", app, AppId::new);
        AppPermission permission = new AppPermission(
                Query.pathId("permission", name, PermissionName::new),
                Identity.ofKey(identity)
                        .orElseThrow(() -> Query.noSuch("identity", identity).exception()));
        call.done(service.revoke(call.tenant(), call.actor(), id, permission));
        return call.nothing();
    }
}
