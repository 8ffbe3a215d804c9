package org.sightline.rest.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.access.Caller;
import org.sightline.access.PasswordHashing;
import org.sightline.directory.Tenants;
import org.sightline.directory.Tenants.FirstAdministrator;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.json.NewTenantJson;
import org.sightline.json.NewTenantJson.NewTenant;
import org.sightline.json.TenantJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Guard;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** Tenants and their settings. */
@Component(service = TenantResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantResource {

    /** What a tenant has agreed on with the operator, and so cannot change alone. */
    private static final List<String> OPERATORS_FIELDS = List.of("plan", "region");

    private final Tenants tenants;
    private final PasswordHashing hashing;

    /** Creates the resource. */
    @Activate
    public TenantResource(@Reference Tenants tenants, @Reference PasswordHashing hashing) {
        this.tenants = tenants;
        this.hashing = hashing;
    }

    /** Creates a tenant. */
    @POST
    @Creates(bodyHoldsSecret = true)
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Creates a tenant, with its first primary administrator if one is given",
            status = 201,
            answer = TenantJson.class,
            tagged = true,
            refusals = 409)
    public Response create(@Context ContainerRequestContext request, NewTenantJson form) {
        Call call = Call.of(request);
        NewTenant wanted = form.toModel();
        Tenant created = call.done(tenants.create(call.actor(), wanted.tenant(), firstAdministrator(wanted)));
        return call.created(created.key().value(), TenantJson.of(created));
    }

    private @Nullable FirstAdministrator firstAdministrator(NewTenant wanted) {
        Member member = wanted.administrator();
        String password = wanted.password();
        return member == null || password == null
                ? null
                : new FirstAdministrator(member, hashing.hash("/primary_admin/password", password));
    }

    /** Lists all tenants by key. */
    @GET
    @Allowed(Role.OPERATOR)
    @Described(value = "Lists the tenants", answer = TenantJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        return Call.of(request)
                .page()
                .ofLive(tenants.list(), tenant -> tenant.key().value(), TenantJson::of);
    }

    /** Returns a tenant's settings. */
    @GET
    @Path("{t}")
    @Allowed({Role.OPERATOR, Role.PRIMARY})
    @Described(value = "Returns a tenant's settings", answer = TenantJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam(Guard.TENANT) String key) {
        Call call = Call.of(request);
        return call.one(TenantJson.of(call.snapshot().directory().tenant()));
    }

    /** Changes a tenant's settings by a merge patch. */
    @PATCH
    @Path("{t}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed({Role.OPERATOR, Role.PRIMARY})
    @Described(
            value = "Changes a tenant's settings by a merge patch; `plan` and `region` are the operator's to change",
            answer = TenantJson.class,
            body = TenantJson.class,
            tagged = true)
    public Response patch(
            @Context ContainerRequestContext request, @PathParam(Guard.TENANT) String key, JsonNode patch) {
        Call call = Call.of(request);
        if (call.caller() instanceof Caller.User) {
            OPERATORS_FIELDS.forEach(field -> requireAbsent(field, patch));
        }
        Tenant changed = call.done(tenants.update(
                call.tenant(), call.actor(), call.expectation(TenantJson::of), present -> TenantJson.of(present)
                        .patchedBy(patch)
                        .toModel()));
        return call.changed(TenantJson.of(changed));
    }

    private static void requireAbsent(String field, JsonNode patch) {
        if (patch.has(field)) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "only the operator may change `" + field + "`; leave it out, nothing was changed")
                    .exception();
        }
    }

    /** Deletes a tenant with everything in it. */
    @DELETE
    @Path("{t}")
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Deletes a tenant with everything in it, for good; `confirm` repeats its key",
            status = 204,
            tagged = true)
    public Response delete(
            @Context ContainerRequestContext request,
            @PathParam(Guard.TENANT) String key,
            @QueryParam("confirm") @Nullable String confirm) {
        Call call = Call.of(request);
        if (!key.equals(confirm)) {
            throw Query.invalid("confirm", "must repeat the tenant's key, `?confirm=" + key + "`")
                    .exception();
        }
        call.expect(call.snapshot().directory().tenant(), TenantJson::of);
        tenants.delete(call.tenant(), call.actor());
        return call.nothing();
    }
}
