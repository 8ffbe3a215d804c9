package org.sightline.rest.internal.notifications;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.UserId;
import org.sightline.json.NotificationJson;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.notifications.Inbox;
import org.sightline.notifications.Notification;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** The calling administrator's inbox. */
@Component(service = {NotificationResource.class, MetricSource.class})
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationResource implements MetricSource {

    private final CardStreams streams;

    /** Away while the notifications are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Inbox inbox;

    /** Creates the resource. */
    @Activate
    public NotificationResource(@Reference Sessions sessions, @Reference Snapshots snapshots) {
        this.streams = new CardStreams(sessions, snapshots);
    }

    @Deactivate
    void stop() {
        streams.close();
    }

    @Override
    public List<Metric> read() {
        return List.of(Metric.gauge(
                "sightline_streams_open", "Streams of cards that administrators have open here.", streams.count()));
    }

    /** Lists the caller's cards. */
    @GET
    @Allowed(Role.MEMBER)
    @Described(
            value = "Lists the caller's cards, newest first; for administrators, and for developers of apps those on"
                    + " decisions about their apps",
            answer = NotificationJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Page page = call.page();
        Inbox open = Capability.NOTIFICATIONS.on(inbox);
        long below = page.position() == 0 ? Long.MAX_VALUE : page.position();
        List<Notification> found = Readership.of(call).newest(open, below, page.size() + 1);
        List<NotificationJson> items =
                found.stream().limit(page.size()).map(NotificationJson::of).toList();
        if (found.size() <= page.size()) {
            return page.last(items);
        }
        long last = found.get(page.size() - 1).number();
        return page.answer(items, last, last);
    }

    /** Marks a card as read. */
    @POST
    @Path("{notification_id}/read")
    @Allowed(Role.MEMBER)
    @Described(value = "Marks a card as read by the caller", answer = NotificationJson.class)
    public Response read(@Context ContainerRequestContext request, @PathParam("notification_id") String id) {
        Call call = Call.of(request);
        Inbox open = Capability.NOTIFICATIONS.on(inbox);
        return Readership.of(call)
                .read(open, id)
                .map(card -> call.plain(NotificationJson.of(card)))
                .orElseThrow(() -> Query.noSuch("notification", id).exception());
    }

    /** Sends the caller's cards as they come. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Allowed(Role.ADMINISTRATING_MEMBER)
    @Described(
            value = "Sends the caller's cards as server-sent events; goes on after the header `Last-Event-ID`",
            answer = NotificationJson.class)
    public void stream(@Context ContainerRequestContext request, @Context SseEventSink sink, @Context Sse sse) {
        Call call = Call.of(request);
        Inbox open = Capability.NOTIFICATIONS.on(inbox);
        streams.open(
                open,
                new CardStreams.Reader(call.tenant(), reader(call), call.token()),
                request.getHeaderString("Last-Event-ID"),
                new CardStreams.Line(sink, sse));
    }

    private static UserId reader(Call call) {
        if (call.caller() instanceof Caller.User user) {
            return user.user();
        }
        throw new IllegalStateException("only members are administrators");
    }
}
