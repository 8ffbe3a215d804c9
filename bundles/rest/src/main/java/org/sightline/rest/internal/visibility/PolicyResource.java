package org.sightline.rest.internal.visibility;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.MainRuleJson;
import org.sightline.json.PolicyJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.answer.Reader;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;
import org.sightline.visibility.Policies;
import org.sightline.visibility.model.VisibilityPolicy;

/** A tenant's visibility policy and the main rules it can choose from. */
@Component(service = PolicyResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PolicyResource {

    private final Policies policies;
    private final MainRules mainRules;

    /** Creates the resource. */
    @Activate
    public PolicyResource(@Reference Policies policies, @Reference MainRules mainRules) {
        this.policies = policies;
        this.mainRules = mainRules;
    }

    /** Returns the policy. */
    @GET
    @Path("policy")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(value = "Returns the visibility policy", answer = PolicyJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.one(PolicyJson.of(call.snapshot().policy()));
    }

    /** Replaces the policy, or only checks it. */
    @PUT
    @Path("policy")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Replaces the visibility policy; with `dry_run` only checks it",
            answer = PolicyJson.class,
            tagged = true,
            refusals = 409)
    public Response put(
            @Context ContainerRequestContext request, @QueryParam("dry_run") @Nullable String dryRun, PolicyJson form) {
        Call call = Call.of(request);
        boolean onlyCheck = Query.flag("dry_run", dryRun);
        VisibilityPolicy policy = call.done(policies.replace(
                call.tenant(), call.actor(), form.toModel(), call.expectation(PolicyJson::of), onlyCheck));
        return onlyCheck ? call.plain(PolicyJson.of(policy)) : call.changed(PolicyJson.of(policy));
    }

    /** Lists the main rules that a policy can choose. */
    @GET
    @Path("main-rules")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(value = "Lists the main rules that a policy can choose", answer = MainRuleJson.class, list = true)
    public Response mainRules(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Locale reader =
                Reader.of(request, () -> call.snapshot().directory().tenant().locale());
        List<MainRuleInfo> offered =
                mainRules.list().stream().filter(PolicyResource::canBeChosen).toList();
        return call.page().ofLive(offered, MainRuleInfo::type, info -> MainRuleJson.of(info, reader));
    }

    private static boolean canBeChosen(MainRuleInfo info) {
        return info.state() == MainRuleInfo.State.SERVING || info.state() == MainRuleInfo.State.QUARANTINED;
    }
}
