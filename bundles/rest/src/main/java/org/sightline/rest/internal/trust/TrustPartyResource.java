package org.sightline.rest.internal.trust;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.sightline.directory.Expectation;
import org.sightline.directory.model.DepartmentId;
import org.sightline.json.ShareJson;
import org.sightline.json.SharedEntryJson;
import org.sightline.json.TrustEndJson;
import org.sightline.json.TrustPartyJson;
import org.sightline.json.TrustPermissionsJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.PartyView;
import org.sightline.trust.SharedEntry;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRemovals;

/** Relations to trusted parties: what each side grants, and how they end. */
@Component(service = TrustPartyResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/parties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrustPartyResource {

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRelations relations;

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustRemovals removals;

    /** Lists the relations by the partner's key. */
    @GET
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Lists the trusted parties", answer = TrustPartyJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        List<PartyView> all = on().all(call.snapshot());
        return call.page().ofLive(all, party -> party.partner().key().value(), TrustPartyJson::of);
    }

    /** Returns one relation. */
    @GET
    @Path("{t2}")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Returns a trusted party: what we grant it and what it grants us",
            answer = TrustPartyJson.class,
            tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("t2") String partner) {
        Call call = Call.of(request);
        return call.one(TrustPartyJson.of(on().with(call.snapshot(), Partners.key(partner))));
    }

    /** Lists what the partner shares. */
    @GET
    @Path("{t2}/shared")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Lists what the partner shares with us: one level, or by the beginning of a name at any depth",
            answer = SharedEntryJson.class,
            list = true)
    public Response shared(
            @Context ContainerRequestContext request,
            @PathParam("t2") String partner,
            @QueryParam("department_id") @Nullable String department,
            @QueryParam("q") @Nullable String words) {
        Call call = Call.of(request);
        DepartmentId below = Query.value("department_id", department, DepartmentId::new);
        List<SharedEntry> all = on().sharedBy(call.snapshot(), Partners.key(partner), below, Partners.words(words));
        return call.page()
                .ofLive(
                        all,
                        entry -> (entry.department() ? "department/" : "member/") + entry.id(),
                        SharedEntryJson::of);
    }

    /** Changes whom we share. */
    @PUT
    @Path("{t2}/share")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Replaces whom we share with the partner; `If-Match` takes the tag of the party or of the share",
            answer = ShareJson.class,
            tagged = true)
    public Response share(@Context ContainerRequestContext request, @PathParam("t2") String partner, ShareJson form) {
        Call call = Call.of(request);
        PartyView now = call.done(on().share(
                        call.tenant(),
                        call.actor(),
                        Partners.key(partner),
                        form.toModel(),
                        either(call, party -> ShareJson.of(party.own().share()))));
        return call.changed(ShareJson.of(now.own().share()));
    }

    /** Sets custom permissions. */
    @PUT
    @Path("{t2}/permissions")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Sets custom permissions for the partner; a block that is left out follows the defaults",
            answer = TrustPermissionsJson.class,
            tagged = true)
    public Response permit(
            @Context ContainerRequestContext request, @PathParam("t2") String partner, TrustPermissionsJson form) {
        Call call = Call.of(request);
        TrustPermissionsJson.Custom custom = form.toCustom();
        return call.changed(
                TrustPermissionsJson.of(permitted(call, partner, custom).granted()));
    }

    /** Goes back to the defaults. */
    @DELETE
    @Path("{t2}/permissions")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Lets the partner's permissions follow the defaults again", status = 204, tagged = true)
    public Response unpermit(@Context ContainerRequestContext request, @PathParam("t2") String partner) {
        Call call = Call.of(request);
        permitted(call, partner, new TrustPermissionsJson.Custom(null, null));
        return call.nothing();
    }

    private PartyView permitted(Call call, String partner, TrustPermissionsJson.Custom custom) {
        return call.done(on().permit(
                        call.tenant(),
                        call.actor(),
                        Partners.key(partner),
                        custom.access(),
                        custom.fields(),
                        either(call, party -> TrustPermissionsJson.of(party.granted()))));
    }

    /** Who has read the whole party has read each part of it. */
    private static Expectation<PartyView> either(Call call, Function<PartyView, Object> part) {
        Expectation<PartyView> whole = call.expectation(TrustPartyJson::of);
        Expectation<PartyView> ofPart = call.expectation(part);
        return present -> whole.holdsFor(present) || ofPart.holdsFor(present);
    }

    /** Ends the relation, or asks for that. */
    @POST
    @Path("{t2}/remove")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Ends the relation, or asks the partner to approve that when its settings say so",
            answer = TrustEndJson.class,
            refusals = 409)
    public Response remove(@Context ContainerRequestContext request, @PathParam("t2") String partner) {
        Call call = Call.of(request);
        TrustRemovals ending = Capability.TRUSTED_PARTY.on(removals);
        return call.plain(
                TrustEndJson.of(call.done(ending.remove(call.tenant(), call.actor(), Partners.key(partner)))));
    }

    private TrustRelations on() {
        return Capability.TRUSTED_PARTY.on(relations);
    }
}
