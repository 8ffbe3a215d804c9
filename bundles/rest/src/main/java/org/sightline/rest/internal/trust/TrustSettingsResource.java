package org.sightline.rest.internal.trust;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.TrustPermissionsJson;
import org.sightline.json.TrustSettingsJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustSettings;

/** A tenant's settings for all its trusted parties. */
@Component(service = TrustSettingsResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrustSettingsResource {

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRelations relations;

    /** Returns the default permissions. */
    @GET
    @Path("defaults")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Returns what is permitted to partners without custom permissions",
            answer = TrustPermissionsJson.class,
            tagged = true)
    public Response defaults(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        on();
        return call.one(
                TrustPermissionsJson.of(call.snapshot().trust().settings().defaults()));
    }

    /** Replaces the default permissions. */
    @PUT
    @Path("defaults")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Replaces what is permitted to partners without custom permissions; all four members must be there",
            answer = TrustPermissionsJson.class,
            tagged = true)
    public Response putDefaults(@Context ContainerRequestContext request, TrustPermissionsJson form) {
        Call call = Call.of(request);
        TrustPermissions wanted = form.toModel();
        TrustSettings now = call.done(on().settings(
                        call.tenant(),
                        call.actor(),
                        call.expectation(settings -> TrustPermissionsJson.of(settings.defaults())),
                        settings -> new TrustSettings(wanted, settings.removalRequiresApproval())));
        return call.changed(TrustPermissionsJson.of(now.defaults()));
    }

    /** Returns how relations end. */
    @GET
    @Path("settings")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Returns whether partners need our approval to end a relation",
            answer = TrustSettingsJson.class,
            tagged = true)
    public Response settings(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        on();
        return call.one(TrustSettingsJson.of(call.snapshot().trust().settings()));
    }

    /** Changes how relations end. */
    @PUT
    @Path("settings")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Changes whether partners need our approval to end a relation",
            answer = TrustSettingsJson.class,
            tagged = true)
    public Response putSettings(@Context ContainerRequestContext request, TrustSettingsJson form) {
        Call call = Call.of(request);
        boolean required = form.toModel();
        TrustSettings now = call.done(on().settings(
                        call.tenant(),
                        call.actor(),
                        call.expectation(TrustSettingsJson::of),
                        settings -> new TrustSettings(settings.defaults(), required)));
        return call.changed(TrustSettingsJson.of(now));
    }

    private TrustRelations on() {
        return Capability.TRUSTED_PARTY.on(relations);
    }
}
