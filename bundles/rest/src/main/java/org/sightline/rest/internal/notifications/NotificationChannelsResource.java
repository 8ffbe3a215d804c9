package org.sightline.rest.internal.notifications;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import org.sightline.json.ChannelsJson;
import org.sightline.json.DeliveryJson;
import org.sightline.notifications.Channels;
import org.sightline.notifications.Deliveries;
import org.sightline.notifications.model.Delivery;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** By which channels a tenant's cards go out beside the inbox, and how they fare. */
@Component(service = NotificationChannelsResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/notification-channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotificationChannelsResource {

    /** Away while the notifications are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Channels channels;

    /** Away while the notifications are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Deliveries deliveries;

    /** Creates the resource. */
    public NotificationChannelsResource() {}

    /** Returns the choice of channels. */
    @GET
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Returns by which channels cards go out beside the inbox",
            answer = ChannelsJson.class,
            tagged = true)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.one(ChannelsJson.of(Capability.NOTIFICATIONS.on(channels).of(call.tenant())));
    }

    /** Replaces the choice of channels. */
    @PUT
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Chooses by which channels cards go out beside the inbox",
            answer = ChannelsJson.class,
            tagged = true)
    public Response put(@Context ContainerRequestContext request, ChannelsJson form) {
        Call call = Call.of(request);
        return call.changed(ChannelsJson.of(Capability.NOTIFICATIONS
                .on(channels)
                .put(
                        call.tenant(),
                        call.actor(),
                        call.expectation(ChannelsJson::of),
                        form.toModel(),
                        form.newSecret())));
    }

    /** Lists deliveries. */
    @GET
    @Path("deliveries")
    @Allowed(Role.PRIMARY)
    @Described(
            value = "Lists how cards fared on the channels, newest card first",
            answer = DeliveryJson.class,
            list = true)
    public Response deliveries(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Page page = call.page();
        int offset = (int) Math.min(page.position(), Integer.MAX_VALUE);
        List<Delivery> found = Capability.NOTIFICATIONS.on(deliveries).list(call.tenant(), offset, page.size() + 1);
        List<DeliveryJson> items =
                found.stream().limit(page.size()).map(DeliveryJson::of).toList();
        return found.size() > page.size() ? page.answer(items, 0, (long) offset + page.size()) : page.last(items);
    }
}
