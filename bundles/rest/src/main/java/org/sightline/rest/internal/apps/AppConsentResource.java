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
import org.sightline.apps.AppConsents;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.json.AppConsentJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** What the calling member lets apps do for them. */
@Component(service = AppConsentResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/app-consents")
@Produces(MediaType.APPLICATION_JSON)
public final class AppConsentResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppConsents consents;

    /** Lists the caller's consents by app. */
    @GET
    @Allowed(Role.MEMBER)
    @Described(value = "Lists the apps that may act for the caller", answer = AppConsentJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        AppConsents service = Capability.APP_PERMISSIONS.on(consents);
        List<AppConsent> all = service.of(call.tenant(), Developers.caller(call).user());
        return call.page()
                .ofLive(
                        all,
                        consent -> consent.app().value(),
                        consent -> AppConsentJson.of(consent, name(call, consent)));
    }

    private static String name(Call call, AppConsent consent) {
        return call.newest()
                .apps()
                .app(consent.app())
                .map(App::name)
                .orElse(consent.app().value());
    }

    /** Takes a consent back. */
    @DELETE
    @Path("{app_id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Takes the caller's consent to an app back; the app's tokens for the caller end", status = 204)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("app_id") String text) {
        Call call = Call.of(request);
        AppConsents service = Capability.APP_PERMISSIONS.on(consents);
        AppId app = Query.pathId("consent for app", text, AppId::new);
        call.done(service.withdraw(
                call.tenant(), call.actor(), Developers.caller(call).user(), app));
        return call.nothing();
    }
}
