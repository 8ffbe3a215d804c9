package org.sightline.rest.internal.visibility;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.TrustDecisionJson;
import org.sightline.json.VerifyAcrossJson;
import org.sightline.json.VerifyAcrossJson.Question;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.Visibility;

/** Tells whether a member sees a trusted party's member, and why. */
@Component(service = VerifyAcrossResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/verify")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VerifyAcrossResource {

    private final Visibility visibility;

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustedParties trusted;

    /** Creates the resource. */
    @Activate
    public VerifyAcrossResource(@Reference Visibility visibility) {
        this.visibility = visibility;
    }

    /** Decides one question and says why. */
    @POST
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Tells whether a member finds and sees a member of a trusted party, check by check",
            answer = TrustDecisionJson.class)
    public Response verify(@Context ContainerRequestContext request, VerifyAcrossJson form) {
        Call call = Call.of(request);
        TrustedParties parties = Capability.TRUSTED_PARTY.on(trusted);
        Question question = form.toModel();
        TenantSnapshot own = call.snapshot();
        TenantSnapshot partner = parties.partner(own, question.partner())
                .orElseThrow(
                        () -> Query.noSuch("trusted party", question.partner()).exception());
        int viewer = own.directory().memberNumber(question.subject());
        if (viewer == DirectorySnapshot.NONE) {
            throw Problem.invalid("/subject_user_id", Codes.INVALID, "there is no user `" + question.subject() + "`")
                    .exception();
        }
        return call.plain(TrustDecisionJson.of(visibility.across(own, partner).explain(viewer, question.object())));
    }
}
