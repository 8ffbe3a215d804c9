package org.sightline.rest.internal.communication;

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
import org.sightline.communication.Communication;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.model.Contact;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.ContactJson;
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

/** Contacts of the calling member, and requests to become one. */
@Component(service = ContactResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/communication/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactResource {

    /** Away while communication is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Communication communication;

    /** Asks somebody to become a contact. */
    @POST
    @Creates
    @Allowed(Role.MEMBER)
    @Described(
            value =
                    "Asks somebody to become a contact, or agrees when they have asked; answers 200 when that was done before",
            status = 201,
            answer = ContactJson.class,
            tagged = true,
            existing = true,
            refusals = {409})
    public Response request(@Context ContainerRequestContext request, PeerJson form) {
        Call call = Call.of(request);
        Made<Listed<Contact>> made = call.done(service().requestContact(Selves.of(call), call.actor(), form.toModel()));
        ContactJson contact = ContactJson.of(made.value());
        return made.fresh() ? call.created(contact.contactId(), contact) : call.changed(contact);
    }

    /** Lists the caller's contacts and requests. */
    @GET
    @Allowed(Role.MEMBER)
    @Described(
            value = "Lists the caller's contacts and requests in order of creation",
            answer = ContactJson.class,
            list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = page.snapshot();
        List<Listed<Contact>> all = service().contacts(state, Selves.number(call, state));
        return page.of(all.size(), at -> all.get(at).shown() ? ContactJson.of(all.get(at)) : null);
    }

    /** Returns one of the caller's contacts or requests. */
    @GET
    @Path("{contact_id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Returns one of the caller's contacts or requests", answer = ContactJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("contact_id") String id) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        return call.one(service().contacts(state, Selves.number(call, state)).stream()
                .filter(listed -> listed.shown() && listed.tie().id().equals(id))
                .findFirst()
                .map(ContactJson::of)
                .orElseThrow(() -> Query.noSuch("contact", id).exception()));
    }

    /** Agrees to become a contact. */
    @POST
    @Path("{contact_id}/accept")
    @Consumes(MediaType.WILDCARD)
    @Allowed(Role.MEMBER)
    @Described(
            value = "Agrees to a request that somebody sent the caller",
            answer = ContactJson.class,
            tagged = true,
            refusals = {409})
    public Response accept(@Context ContainerRequestContext request, @PathParam("contact_id") String id) {
        Call call = Call.of(request);
        return call.changed(ContactJson.of(call.done(service().acceptContact(Selves.of(call), call.actor(), id))));
    }

    /** Ends a contact, takes a request back, or rejects one. */
    @DELETE
    @Path("{contact_id}")
    @Allowed(Role.MEMBER)
    @Described(value = "Ends a contact, takes back a request, or rejects one", status = 204)
    public Response delete(@Context ContainerRequestContext request, @PathParam("contact_id") String id) {
        Call call = Call.of(request);
        call.done(service().deleteContact(Selves.of(call), call.actor(), id));
        return call.nothing();
    }

    private Communication service() {
        return Capability.COMMUNICATION.on(communication);
    }
}
