package org.sightline.rest.internal.communication;

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
import org.sightline.communication.Communication;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.model.Chat;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.ChatAnswerJson;
import org.sightline.json.ChatJson;
import org.sightline.json.PeerJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Private chats of the calling member: whether there may be one, and which there are. */
@Component(service = ChatResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/communication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChatResource {

    /** Away while communication is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Communication communication;

    /** Tells what the caller may do with somebody. */
    @POST
    @Path("check")
    @Allowed(Role.MEMBER)
    @Described(
            value = "Tells whether the caller may start a chat with somebody, send in it, and find them",
            answer = ChatAnswerJson.class)
    public Response check(@Context ContainerRequestContext request, PeerJson form) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        return call.plain(ChatAnswerJson.of(service().check(state, Selves.number(call, state), form.toModel())));
    }

    /** Starts a chat, or returns the one there is. */
    @POST
    @Path("chats")
    @Creates
    @Allowed(Role.MEMBER)
    @Described(
            value = "Starts a chat with somebody; answers 200 with the one there is",
            status = 201,
            answer = ChatJson.class,
            tagged = true,
            existing = true,
            refusals = {409})
    public Response start(@Context ContainerRequestContext request, PeerJson form) {
        Call call = Call.of(request);
        Made<Listed<Chat>> made = call.done(service().startChat(Selves.of(call), call.actor(), form.toModel()));
        ChatJson chat = ChatJson.of(made.value());
        return made.fresh() ? call.created(chat.chatId(), chat) : call.changed(chat);
    }

    /** Lists the caller's chats. */
    @GET
    @Path("chats")
    @Allowed(Role.MEMBER)
    @Described(value = "Lists the caller's chats in order of creation", answer = ChatJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = page.snapshot();
        List<Listed<Chat>> all = service().chats(state, Selves.number(call, state));
        return page.of(all.size(), at -> all.get(at).shown() ? ChatJson.of(all.get(at)) : null);
    }

    /** Returns one of the caller's chats. */
    @GET
    @Path("chats/{chat_id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Returns one of the caller's chats", answer = ChatJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("chat_id") String id) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        return call.one(service().chats(state, Selves.number(call, state)).stream()
                .filter(listed -> listed.shown() && listed.tie().id().equals(id))
                .findFirst()
                .map(ChatJson::of)
                .orElseThrow(() -> Query.noSuch("chat", id).exception()));
    }

    private Communication service() {
        return Capability.COMMUNICATION.on(communication);
    }
}
