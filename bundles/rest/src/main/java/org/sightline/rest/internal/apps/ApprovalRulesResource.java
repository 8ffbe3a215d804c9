package org.sightline.rest.internal.apps;

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
import org.sightline.apps.ApprovalSettings;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.json.ApprovalRulesJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** How a tenant takes requests for permissions. */
@Component(service = ApprovalRulesResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/app-approval-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApprovalRulesResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ApprovalSettings settings;

    private ApprovalSettings on() {
        return Capability.APP_PERMISSIONS.on(settings);
    }

    /** Returns the rules. */
    @GET
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Returns the approval rules", answer = ApprovalRulesJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        on();
        return call.one(ApprovalRulesJson.of(call.snapshot().apps().rules()));
    }

    /** Replaces the rules. */
    @PUT
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(
            value = "Replaces the approval rules; they count for later submissions",
            answer = ApprovalRulesJson.class,
            tagged = true)
    public Response put(@Context ContainerRequestContext request, ApprovalRulesJson form) {
        Call call = Call.of(request);
        ApprovalRules rules = call.done(
                on().replace(call.tenant(), call.actor(), form.toModel(), call.expectation(ApprovalRulesJson::of)));
        return call.changed(ApprovalRulesJson.of(rules));
    }

    /** Returns what the platform recommends. */
    @GET
    @Path("recommended")
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Returns the approval rules that are recommended", answer = ApprovalRulesJson.class)
    public Response recommended(@Context ContainerRequestContext request) {
        return Call.of(request).plain(ApprovalRulesJson.of(on().recommended()));
    }
}
