package org.sightline.rest.internal.visibility;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.PreviewJson;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.visibility.Preview;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.model.VisibilityPolicy;

/** What a change would do to who sees whom. */
@Component(service = PreviewResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PreviewResource {

    private final Preview preview;

    /** Creates the resource. */
    @Activate
    public PreviewResource(@Reference Preview preview) {
        this.preview = preview;
    }

    /** Tries a change out. */
    @POST
    @Path("preview")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Tells which pairs of members another policy, or other places of members and departments, would"
                    + " gain and lose; nothing is saved",
            answer = PreviewJson.ResultJson.class,
            refusals = 409)
    public Response preview(@Context ContainerRequestContext request, PreviewJson form) {
        Call call = Call.of(request);
        PreviewJson.Proposed proposed = form.toModel();
        TenantSnapshot now = call.snapshot();
        VisibilityPolicy policy = proposed.policy();
        PreviewResult result = policy != null
                ? within("/policy", () -> preview.ofPolicy(now, policy))
                : within("/moves", () -> preview.ofMoves(now, proposed.moves()));
        return call.plain(PreviewJson.ResultJson.of(result));
    }

    private static PreviewResult within(String base, Supplier<PreviewResult> work) {
        try {
            return work.get();
        } catch (ProblemException refusal) {
            throw new ProblemException(refusal.problem().below(base), refusal);
        }
    }
}
