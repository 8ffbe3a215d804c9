package org.sightline.rest.internal.visibility;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.LintJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.visibility.Lint;
import org.sightline.visibility.LintFinding;

/** Rules of the policy that do nothing. */
@Component(service = LintResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/visibility")
@Produces(MediaType.APPLICATION_JSON)
public final class LintResource {

    private final Lint lint;

    /** Creates the resource. */
    @Activate
    public LintResource(@Reference Lint lint) {
        this.lint = lint;
    }

    /** Lists what was found. */
    @GET
    @Path("lint")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Lists the rules of the policy that decide nothing or name what is gone",
            answer = LintJson.class,
            list = true)
    public Response findings(@Context ContainerRequestContext request) {
        Page page = Call.of(request).page();
        List<LintFinding> findings = lint.check(page.snapshot());
        return page.of(findings.size(), at -> LintJson.of(findings.get(at)));
    }
}
