package org.sightline.rest.internal.resources;

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
import org.sightline.events.EventDeliveries;
import org.sightline.events.model.EventDelivery;
import org.sightline.json.EventDeliveryJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** The log of what the calling app was told. */
@Component(service = EventDeliveryResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/event-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventDeliveryResource {

    private static final long NO_PIN = 0;

    /** Away while resources and events are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventDeliveries deliveries;

    private EventDeliveries on() {
        return Capability.RESOURCES.on(deliveries);
    }

    /** Lists deliveries. */
    @GET
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Lists what the app was told, or what it was told for the member, newest first",
            answer = EventDeliveryJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        EventDeliveries service = on();
        Page page = call.page();
        long below = page.isFirst() ? Long.MAX_VALUE : page.position();
        List<EventDelivery> found = service.list(call.snapshot(), AppCallers.of(call), below, page.size() + 1);
        List<EventDeliveryJson> items =
                found.stream().limit(page.size()).map(EventDeliveryJson::of).toList();
        return found.size() <= page.size()
                ? page.last(items)
                : page.answer(items, NO_PIN, found.get(page.size() - 1).number());
    }

    /** Puts an event on its way again. */
    @POST
    @Path("{id}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @Allowed({Role.APP, Role.DELEGATE})
    @Described(
            value = "Puts an event on its way again at once, whatever became of it",
            answer = EventDeliveryJson.class)
    public Response redeliver(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        return call.plain(EventDeliveryJson.of(on().redeliver(call.snapshot(), AppCallers.of(call), id)));
    }
}
