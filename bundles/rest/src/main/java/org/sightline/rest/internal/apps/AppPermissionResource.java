package org.sightline.rest.internal.apps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.apps.AppPermissions;
import org.sightline.json.AppPermissionJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Reader;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** The catalogue of permissions, the same for everybody; in English unless another language is asked for. */
@Component(service = AppPermissionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/app-permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class AppPermissionResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppPermissions permissions;

    /** Lists the catalogue. */
    @GET
    @Allowed(Role.SIGNED_IN)
    @Described(
            value = "Lists the permissions that apps can ask for, by name",
            answer = AppPermissionJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("category") @Nullable String category,
            @QueryParam("level") @Nullable String level,
            @QueryParam("identity") @Nullable String identity,
            @QueryParam("q") @Nullable String words) {
        Call call = Call.of(request);
        Locale reader = Reader.of(request, () -> Locale.ENGLISH);
        return new CatalogueQuery(category, level, identity, words).answer(call, permissions, reader);
    }
}
