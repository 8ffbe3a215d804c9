package org.sightline.rest.internal.trust;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.InspectedInvitationJson;
import org.sightline.json.InvitationCodeJson;
import org.sightline.json.InvitationJson;
import org.sightline.json.NewInvitationJson;
import org.sightline.problem.Problem;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.OptionalBody;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.TrustInvitations;

/** Inviting other tenants. Answers that hold a code are never kept by caches, nor with an idempotency key. */
@Component(service = InvitationResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/invitation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvitationResource {

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustInvitations invitations;

    /** Returns the current invitation. */
    @GET
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Returns the newest invitation that has not expired", answer = InvitationJson.class)
    public Response get(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.plain(InvitationJson.of(current(call)));
    }

    /** Makes a further invitation. */
    @POST
    @Creates(answerSecrets = {"code", "link"})
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Makes a further invitation; earlier ones stay",
            status = 201,
            answer = InvitationJson.class,
            body = NewInvitationJson.class)
    public Response create(@Context ContainerRequestContext request, InputStream body) throws IOException {
        Call call = Call.of(request);
        NewInvitationJson form = OptionalBody.read(body, NewInvitationJson.class, NewInvitationJson.OPEN);
        IssuedInvitation made = call.done(on().issue(call.tenant(), call.actor(), form.toModel()));
        return call.createdUnaddressed(InvitationJson.of(made));
    }

    /** Makes every earlier invitation invalid. */
    @POST
    @Path("reset")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Makes every earlier invitation invalid and returns a new one", answer = InvitationJson.class)
    public Response reset(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.plain(InvitationJson.of(call.done(on().reset(call.tenant(), call.actor()))));
    }

    /** Tells what a received code is worth. */
    @POST
    @Path("inspect")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Tells who invites with a code and whether a request would be accepted",
            answer = InspectedInvitationJson.class)
    public Response inspect(@Context ContainerRequestContext request, InvitationCodeJson form) {
        Call call = Call.of(request);
        return call.plain(InspectedInvitationJson.of(on().inspect(call.tenant(), form.toModel())));
    }

    /** Draws the current invitation's link. */
    @GET
    @Path("qr.png")
    @Produces("image/png")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Draws the current invitation's link as a QR code, in PNG", answer = String.class)
    public Response png(@Context ContainerRequestContext request, @QueryParam("size") @Nullable String size) {
        return Response.ok(picture(request, size).png(), "image/png").build();
    }

    /** Draws the current invitation's link. */
    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Draws the current invitation's link as a QR code, in SVG", answer = String.class)
    public Response svg(@Context ContainerRequestContext request, @QueryParam("size") @Nullable String size) {
        return Response.ok(picture(request, size).svg(), "image/svg+xml").build();
    }

    private QrPicture picture(ContainerRequestContext request, @Nullable String size) {
        Integer edge = Query.value("size", size, InvitationResource::edge);
        Call call = Call.of(request);
        return new QrPicture(current(call).link(), edge == null ? QrPicture.DEFAULT_SIZE : edge);
    }

    private static Integer edge(String text) {
        String what = "must be a number of pixels from " + QrPicture.LEAST_SIZE + " to " + QrPicture.MOST_SIZE;
        int edge;
        try {
            edge = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what, e);
        }
        if (edge < QrPicture.LEAST_SIZE || edge > QrPicture.MOST_SIZE) {
            throw new IllegalArgumentException(what);
        }
        return edge;
    }

    private IssuedInvitation current(Call call) {
        return on().current(call.snapshot())
                .orElseThrow(() -> Problem.notFound("there is no invitation; make one with POST")
                        .exception());
    }

    private TrustInvitations on() {
        return Capability.TRUSTED_PARTY.on(invitations);
    }
}
