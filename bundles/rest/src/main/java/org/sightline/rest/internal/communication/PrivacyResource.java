package org.sightline.rest.internal.communication;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.sightline.communication.Communication.PhonePage;
import org.sightline.communication.model.Person;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.json.FoundPersonJson;
import org.sightline.json.PersonJson;
import org.sightline.json.PhoneJson;
import org.sightline.json.PrivacyJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** What the calling member decides for themself: blocks, and being found by phone number. */
@Component(service = PrivacyResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/communication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PrivacyResource {

    /** Away while communication is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Communication communication;

    /** Blocks somebody. */
    @PUT
    @Path("blocks/{t2}/{user_id}")
    @Consumes(MediaType.WILDCARD)
    @Allowed(Role.MEMBER)
    @Described(
            value = "Blocks somebody, who can neither start a chat with the caller nor send in it then",
            status = 204,
            refusals = {409, 422})
    public Response block(
            @Context ContainerRequestContext request,
            @PathParam("t2") String tenant,
            @PathParam("user_id") String user) {
        Call call = Call.of(request);
        call.done(service().block(Selves.of(call), call.actor(), person(tenant, user)));
        return call.nothing();
    }

    /** Takes a block back. */
    @DELETE
    @Path("blocks/{t2}/{user_id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Takes a block back", status = 204)
    public Response unblock(
            @Context ContainerRequestContext request,
            @PathParam("t2") String tenant,
            @PathParam("user_id") String user) {
        Call call = Call.of(request);
        call.done(service().unblock(Selves.of(call), call.actor(), person(tenant, user)));
        return call.nothing();
    }

    private static Person person(String tenant, String user) {
        return new Person(Query.pathId("tenant", tenant, TenantKey::new), Query.pathId("user", user, UserId::new));
    }

    /** Lists whom the caller has blocked. */
    @GET
    @Path("blocks")
    @Allowed(Role.MEMBER)
    @Described(value = "Lists whom the caller has blocked", answer = PersonJson.class, list = true)
    public Response blocks(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = page.snapshot();
        List<Person> all = service().blocks(state, Selves.number(call, state));
        return page.of(all.size(), at -> PersonJson.of(all.get(at)));
    }

    /** Returns the caller's choice about being found. */
    @GET
    @Path("privacy")
    @Allowed(Role.MEMBER)
    @Described(value = "Tells whether the caller's phone number finds them", answer = PrivacyJson.class, tagged = true)
    public Response privacy(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.one(present(call));
    }

    /** Sets the caller's choice about being found. */
    @PUT
    @Path("privacy")
    @Allowed(Role.MEMBER)
    @Described(
            value = "Sets whether members of other tenants find the caller by phone number",
            answer = PrivacyJson.class,
            tagged = true)
    public Response setPrivacy(@Context ContainerRequestContext request, PrivacyJson form) {
        Call call = Call.of(request);
        boolean choice = form.toModel();
        call.expect(present(call), each -> each);
        return call.changed(
                new PrivacyJson(call.done(service().setFindByPhone(Selves.of(call), call.actor(), choice))));
    }

    private PrivacyJson present(Call call) {
        TenantSnapshot state = call.snapshot();
        return new PrivacyJson(service().findByPhone(state, Selves.number(call, state)));
    }

    /** Finds people by exact phone number. */
    @POST
    @Path("find-by-phone")
    @Allowed(Role.MEMBER)
    @Described(
            value = "Finds members of all tenants by exact phone number, as far as they may be found",
            answer = FoundPersonJson.class,
            list = true)
    public Response findByPhone(@Context ContainerRequestContext request, PhoneJson form) {
        Call call = Call.of(request);
        PhoneNumber number = form.toModel();
        Page page = call.page();
        long pin = page.pinnedTo(number.key());
        TenantSnapshot state = call.snapshot();
        PhonePage piece =
                service().byPhone(state, Selves.number(call, state), number, (int) page.position(), page.size());
        List<FoundPersonJson> items =
                piece.found().stream().map(FoundPersonJson::of).toList();
        return piece.more() ? page.answer(items, pin, piece.next()) : page.last(items);
    }

    private Communication service() {
        return Capability.COMMUNICATION.on(communication);
    }
}
