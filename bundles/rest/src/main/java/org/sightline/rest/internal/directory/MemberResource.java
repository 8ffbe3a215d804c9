package org.sightline.rest.internal.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.json.FieldTypes;
import org.sightline.json.PasswordJson;
import org.sightline.json.UserJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.visibility.Visibility;

/** Members, under the name the contract has for them: users. */
@Component(service = MemberResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MemberResource {

    private static final String WHAT = "user";

    private final DirectoryEditor editor;
    private final Sessions sessions;
    private final Visibility visibility;

    /** Creates the resource. */
    @Activate
    public MemberResource(
            @Reference DirectoryEditor editor, @Reference Sessions sessions, @Reference Visibility visibility) {
        this.editor = editor;
        this.sessions = sessions;
        this.visibility = visibility;
    }

    /** Adds a member. */
    @POST
    @Creates
    @Allowed(Role.ORGANIZATION)
    @Described(value = "Adds a member", status = 201, answer = UserJson.class, tagged = true, refusals = 409)
    public Response create(@Context ContainerRequestContext request, UserJson form) {
        Call call = Call.of(request);
        FieldTypes types = types(call);
        Member created = call.done(editor.createMember(call.tenant(), call.actor(), form.toModel(types)));
        return call.created(created.id().value(), UserJson.of(created, types));
    }

    /** Lists members in order of arrival. */
    @GET
    @Allowed({Role.ADMINISTRATOR, Role.APP})
    @Described(
            value = "Lists the members, deleted ones only when `status` asks for them; to an app the active ones in its"
                    + " data range",
            answer = UserJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("department_id") @Nullable String departmentId,
            @QueryParam("recursive") @Nullable String recursive,
            @QueryParam("status") @Nullable String status) {
        Call call = Call.of(request);
        Page page = call.page();
        ShownDirectory shown = ShownDirectory.of(call, page.snapshot(), visibility);
        MemberChoice choice = MemberChoice.of(shown, departmentId, recursive, status);
        return page.of(choice.size(), at -> {
            int member = choice.at(at);
            return member == DirectorySnapshot.NONE ? null : shown.member(member);
        });
    }

    /** Returns one member, also a deleted one. */
    @GET
    @Path("{id}")
    @Allowed({Role.ADMINISTRATOR, Role.APP})
    @Described(
            value = "Returns a member, also a deleted one; to an app an active one in its data range",
            answer = UserJson.class,
            tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        ShownDirectory shown = ShownDirectory.of(call, call.snapshot(), visibility);
        UserId id = Query.pathId(WHAT, text, UserId::new);
        int number = shown.directory().memberNumber(id);
        if (number == DirectorySnapshot.NONE || !shown.showsMember(number)) {
            throw Query.noSuch(WHAT, id).exception();
        }
        return call.one(shown.member(number));
    }

    /** Changes a member by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(Role.ORGANIZATION)
    @Described(
            value = "Changes a member by a merge patch",
            answer = UserJson.class,
            body = UserJson.class,
            tagged = true,
            refusals = 409)
    public Response patch(@Context ContainerRequestContext request, @PathParam("id") String text, JsonNode patch) {
        Call call = Call.of(request);
        UserId id = Query.pathId(WHAT, text, UserId::new);
        FieldTypes types = types(call);
        Member changed = call.done(editor.updateMember(
                call.tenant(),
                call.actor(),
                id,
                call.expectation(present -> UserJson.of(present, types)),
                present -> UserJson.of(present, types).patchedBy(patch).toModel(types)));
        return call.changed(UserJson.of(changed, types));
    }

    /** Marks a member deleted. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.ORGANIZATION)
    @Described(value = "Marks a member deleted", status = 204, tagged = true, refusals = 409)
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String text) {
        Call call = Call.of(request);
        UserId id = Query.pathId(WHAT, text, UserId::new);
        FieldTypes types = types(call);
        call.done(editor.deleteMember(
                call.tenant(), call.actor(), id, call.expectation(present -> UserJson.of(present, types))));
        return call.nothing();
    }

    /** Sets a member's password. */
    @PUT
    @Path("{id}/password")
    @Allowed(Role.MEMBER)
    @Described(value = "Sets a member's password and ends the member's sessions", status = 204)
    public Response setPassword(
            @Context ContainerRequestContext request, @PathParam("id") String text, PasswordJson form) {
        Call call = Call.of(request);
        UserId id = Query.pathId(WHAT, text, UserId::new);
        requireMaySetPassword(call, id);
        call.done(sessions.setPassword(call.tenant(), call.actor(), id, form.toModel()));
        return call.nothing();
    }

    // By the member, a primary administrator, or `organization` for members without an administrator role.
    private static void requireMaySetPassword(Call call, UserId id) {
        Caller.User user = (Caller.User) call.caller();
        boolean forOthers = user.may(AdminPermission.ORGANIZATION)
                && call.snapshot().directory().administrator(id).isEmpty();
        if (!user.user().equals(id) && !user.isPrimary() && !forOthers) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "this is for the member, a primary administrator, and, for a member without an administrator"
                                    + " role, an administrator with `organization` only")
                    .exception();
        }
    }

    private static FieldTypes types(Call call) {
        return FieldTypes.of(call.snapshot().directory().fields());
    }
}
