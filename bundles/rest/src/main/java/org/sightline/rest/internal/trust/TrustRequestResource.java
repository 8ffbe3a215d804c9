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
import java.io.IOException;
import java.io.InputStream;
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
import org.sightline.json.NewTrustRequestJson;
import org.sightline.json.ReasonJson;
import org.sightline.json.TrustRequestJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.OptionalBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.trust.RequestView;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustRequest;

/** Requests for trust, in both directions. */
@Component(service = TrustRequestResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrustRequestResource {

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRequests requests;

    /** Asks for trust. */
    @POST
    @Creates
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Asks the tenant that invites with a code for trust",
            status = 201,
            answer = TrustRequestJson.class,
            tagged = true)
    public Response submit(@Context ContainerRequestContext request, NewTrustRequestJson form) {
        Call call = Call.of(request);
        NewTrustRequestJson.NewTrustRequest wanted = form.toModel();
        RequestView made =
                call.done(on().submit(call.tenant(), call.actor(), wanted.code(), wanted.share(), wanted.access()));
        return call.created(made.request().id(), TrustRequestJson.of(made));
    }

    /** Lists requests. */
    @GET
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Lists requests in the order in which they were made; `direction` is `incoming` or `outgoing`",
            answer = TrustRequestJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("state") @Nullable String state) {
        Call call = Call.of(request);
        Page page = call.page();
        Boolean outgoing = Directions.outgoing(direction);
        RequestState wanted = Directions.state(state);
        List<TrustRequest> all = page.snapshot().trust().requests();
        Function<TrustRequest, RequestView> view = on().viewOf(call.tenant());
        return page.of(all.size(), at -> {
            TrustRequest one = all.get(at);
            boolean fits = (wanted == null || one.state() == wanted)
                    && (outgoing == null || outgoing == one.from().equals(call.tenant()));
            return fits ? TrustRequestJson.of(view.apply(one)) : null;
        });
    }

    /** Returns one request. */
    @GET
    @Path("{id}")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Returns a request", answer = TrustRequestJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        Function<TrustRequest, RequestView> view = on().viewOf(call.tenant());
        TrustRequest found = call.snapshot().trust().request(id).orElseThrow(() -> Query.noSuch("trust request", id)
                .exception());
        return call.one(TrustRequestJson.of(view.apply(found)));
    }

    /** Agrees. */
    @POST
    @Path("{id}/approve")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Approves a request, which makes the relation", answer = TrustRequestJson.class, refusals = 409)
    public Response approve(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(TrustRequestJson.of(call.done(on().approve(call.tenant(), call.actor(), id))));
    }

    /** Does not agree. */
    @POST
    @Path("{id}/reject")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Rejects a request", answer = TrustRequestJson.class, body = ReasonJson.class, refusals = 409)
    public Response reject(@Context ContainerRequestContext request, @PathParam("id") String id, InputStream body)
            throws IOException {
        Call call = Call.of(request);
        String reason =
                OptionalBody.read(body, ReasonJson.class, ReasonJson.NONE).toModel();
        return call.plain(TrustRequestJson.of(call.done(on().reject(call.tenant(), call.actor(), id, reason))));
    }

    /** Takes a request back. */
    @POST
    @Path("{id}/withdraw")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Takes a request back", answer = TrustRequestJson.class, refusals = 409)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(TrustRequestJson.of(call.done(on().withdraw(call.tenant(), call.actor(), id))));
    }

    private TrustRequests on() {
        return Capability.TRUSTED_PARTY.on(requests);
    }
}
