package org.sightline.rest.internal.trust;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.TrustRemovalJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.RemovalView;
import org.sightline.trust.TrustRemovals;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustRemoval;

/** Removals that need the other side's approval, in both directions. */
@Component(service = TrustRemovalResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/removals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrustRemovalResource {

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRemovals removals;

    /** Lists removals. */
    @GET
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Lists removals that need or needed approval, in the order in which they were asked for",
            answer = TrustRemovalJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("state") @Nullable String state) {
        Call call = Call.of(request);
        Page page = call.page();
        Boolean outgoing = Directions.outgoing(direction);
        RequestState wanted = Directions.state(state);
        List<TrustRemoval> all = page.snapshot().trust().removals();
        Function<TrustRemoval, RemovalView> view = on().viewOf(call.tenant());
        return page.of(all.size(), at -> {
            TrustRemoval one = all.get(at);
            boolean fits = (wanted == null || one.state() == wanted)
                    && (outgoing == null || outgoing == one.from().equals(call.tenant()));
            return fits ? TrustRemovalJson.of(view.apply(one)) : null;
        });
    }

    /** Approves a removal. */
    @POST
    @Path("{id}/approve")
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Approves the partner's removal, which ends the relation",
            answer = TrustRemovalJson.class,
            refusals = 409)
    public Response approve(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(TrustRemovalJson.of(call.done(on().approve(call.tenant(), call.actor(), id))));
    }

    /** Rejects a removal. */
    @POST
    @Path("{id}/reject")
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Rejects the partner's removal; the relation stays",
            answer = TrustRemovalJson.class,
            refusals = 409)
    public Response reject(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(TrustRemovalJson.of(call.done(on().reject(call.tenant(), call.actor(), id))));
    }

    /** Takes a removal back. */
    @POST
    @Path("{id}/withdraw")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Takes our removal back; the relation stays", answer = TrustRemovalJson.class, refusals = 409)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(TrustRemovalJson.of(call.done(on().withdraw(call.tenant(), call.actor(), id))));
    }

    private TrustRemovals on() {
        return Capability.TRUSTED_PARTY.on(removals);
    }
}
