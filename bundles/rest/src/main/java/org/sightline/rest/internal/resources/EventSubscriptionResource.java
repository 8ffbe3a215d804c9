package org.sightline.rest.internal.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.sightline.events.EventSubscriptions;
import org.sightline.events.EventSubscriptions.Subscribed;
import org.sightline.events.model.EventSubscription;
import org.sightline.json.EventSubscriptionJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** What the calling app wants to be told of, as itself or for a member. */
@Component(service = EventSubscriptionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/event-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventSubscriptionResource {

    /** Away while resources and events are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventSubscriptions subscriptions;

    private EventSubscriptions on() {
        return Capability.RESOURCES.on(subscriptions);
    }

    /** Subscribes. */
    @POST
    @Creates
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Subscribes to an event; answers 200 with the subscription there is",
            status = 201,
            answer = EventSubscriptionJson.class,
            tagged = true,
            existing = true,
            refusals = {409})
    public Response create(@Context ContainerRequestContext request, EventSubscriptionJson form) {
        Call call = Call.of(request);
        EventSubscriptionJson.Wish wish = form.toModel();
        Subscribed made = call.done(on().subscribe(AppCallers.of(call), wish.event(), wish.resource()));
        EventSubscriptionJson answer = EventSubscriptionJson.of(made.subscription());
        return made.fresh() ? call.created(made.subscription().id(), answer) : call.changed(answer);
    }

    /** Lists the caller's subscriptions. */
    @GET
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Lists the subscriptions of the app as itself, or for the member, in order of creation",
            answer = EventSubscriptionJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        EventSubscriptions service = on();
        Page page = call.page();
        List<EventSubscription> all = service.list(page.snapshot(), AppCallers.of(call));
        return page.of(all.size(), at -> EventSubscriptionJson.of(all.get(at)));
    }

    /** Returns one subscription. */
    @GET
    @Path("{id}")
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(value = "Returns a subscription", answer = EventSubscriptionJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.one(on().list(call.snapshot(), AppCallers.of(call)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(EventSubscriptionJson::of)
                .orElseThrow(() -> Query.noSuch("event subscription", id).exception()));
    }

    /** Ends a subscription. */
    @DELETE
    @Path("{id}")
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(value = "Ends a subscription; nothing more is delivered because of it", status = 204)
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        call.done(on().cancel(AppCallers.of(call), id));
        return call.nothing();
    }
}
