package org.sightline.rest.internal.contacts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.Changes;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.ContactsDepartmentJson;
import org.sightline.json.ContactsEntryJson;
import org.sightline.json.ContactsUserJson;
import org.sightline.json.FieldTypes;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.model.FieldGrants;
import org.sightline.visibility.LiveQuestions;

/** The organisation as the calling member sees it; what the member does not see answers like what does not exist. */
@Component(service = ContactsResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/contacts")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsResource {

    private static final String USER = "user";
    private static final String DEPARTMENT = "department";

    private final Viewers viewers;
    private final LiveQuestions live;

    /** Away while the contacts are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Contacts contacts;

    /** Creates the resource. */
    @Activate
    public ContactsResource(@Reference Changes changes, @Reference LiveQuestions live) {
        this.viewers = new Viewers(changes);
        this.live = live;
    }

    /** Lists what hangs below a department. */
    @GET
    @Path("departments/{id}/children")
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value = "Lists leaders, departments and members below a department, in the tenant's display order",
            answer = ContactsEntryJson.class,
            list = true)
    public Response children(
            @Context ContainerRequestContext request,
            @PathParam("id") String text,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = page.snapshot();
        DirectorySnapshot directory = state.directory();
        ContactsView view = view(call, state, as);
        int department = department(directory, view, text);
        return page.of(
                view.children(department, page.position(), page.size()),
                entry -> ContactsEntryJson.of(entry, directory));
    }

    /** Returns a member. */
    @GET
    @Path("users/{id}")
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(value = "Returns a member whom the caller sees", answer = ContactsUserJson.class, tagged = true)
    public Response user(
            @Context ContainerRequestContext request,
            @PathParam("id") String text,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        DirectorySnapshot directory = state.directory();
        Contacts shown = Capability.CONTACTS.on(contacts);
        int viewer = viewers.of(call, directory, as);
        ContactsView view = view(shown, call, state, viewer);
        UserId id = Query.pathId(USER, text, UserId::new);
        int member = directory.memberNumber(id);
        boolean visible = member != DirectorySnapshot.NONE && view.showsMember(member);
        if (member != DirectorySnapshot.NONE) {
            live.answered(state, viewer, member, visible);
        }
        if (!visible) {
            throw Query.noSuch(USER, id).exception();
        }
        List<Department> departments = view.showsField(FieldGrants.DEPARTMENT)
                ? Arrays.stream(view.departmentsOf(member))
                        .mapToObj(directory::department)
                        .toList()
                : null;
        return call.one(ContactsUserJson.of(view.profile(member), departments, FieldTypes.of(directory.fields())));
    }

    /** Returns a department. */
    @GET
    @Path("departments/{id}")
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value = "Returns a department that the caller sees, or the root",
            answer = ContactsDepartmentJson.class,
            tagged = true)
    public Response department(
            @Context ContainerRequestContext request,
            @PathParam("id") String text,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        DirectorySnapshot directory = state.directory();
        ContactsView view = view(call, state, as);
        int department = department(directory, view, text);
        return call.one(ContactsDepartmentJson.of(directory.department(department), view.memberCount(department)));
    }

    private ContactsView view(Call call, TenantSnapshot state, @Nullable String as) {
        Contacts shown = Capability.CONTACTS.on(contacts);
        return view(shown, call, state, viewers.of(call, state.directory(), as));
    }

    private static ContactsView view(Contacts shown, Call call, TenantSnapshot state, int viewer) {
        ContactsView whole = shown.view(state, viewer);
        return OpenProfile.of(call.caller()).of(whole, state.directory());
    }

    private static int department(DirectorySnapshot directory, ContactsView view, String text) {
        DepartmentId id = Query.pathId(DEPARTMENT, text, DepartmentId::new);
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE || !view.showsDepartment(department)) {
            throw Query.noSuch(DEPARTMENT, id).exception();
        }
        return department;
    }
}
