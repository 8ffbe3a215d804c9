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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.json.ContactsEntryJson;
import org.sightline.json.ContactsPartyJson;
import org.sightline.json.ContactsUserJson;
import org.sightline.json.FieldTypes;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.TrustedParties;
import org.sightline.trust.model.FieldGrants;

/**
 * Trusted parties as the calling member sees them. A party that shows the caller nobody answers like one that is not
 * trusted and like one that does not exist, and so does whatever lies in it.
 */
@Component(service = PartyContactsResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/contacts/parties")
@Produces(MediaType.APPLICATION_JSON)
public final class PartyContactsResource {

    private static final String USER = "user";
    private static final String DEPARTMENT = "department";
    private static final int ROOT = 0;

    private final Viewers viewers;

    /** Away while the contacts are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Contacts contacts;

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustedParties trusted;

    /** Creates the resource. */
    @Activate
    public PartyContactsResource(@Reference Changes changes) {
        this.viewers = new Viewers(changes);
    }

    /** Lists the trusted parties in which the caller sees somebody. */
    @GET
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value = "Lists the trusted parties in whose structure the caller sees somebody, by key",
            answer = ContactsPartyJson.class,
            list = true)
    public Response parties(@Context ContainerRequestContext request, @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        Page page = call.page();
        Contacts shown = Capability.CONTACTS.on(contacts);
        TrustedParties parties = Capability.TRUSTED_PARTY.on(trusted);
        TenantSnapshot own = call.snapshot();
        int viewer = viewers.of(call, own.directory(), as);
        List<ContactsPartyJson> forms = new ArrayList<>();
        for (TenantSnapshot partner : parties.partners(own)) {
            int count = shown.partner(own, partner, viewer).memberCount(ROOT);
            if (count > 0) {
                forms.add(ContactsPartyJson.of(partner.directory().tenant(), count));
            }
        }
        return page.ofLive(forms, ContactsPartyJson::tenantKey, form -> form);
    }

    /** Lists what hangs below a department of a trusted party. */
    @GET
    @Path("{t2}/departments/{id}/children")
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value =
                    "Lists leaders, departments and members of a trusted party below a department, in its display order",
            answer = ContactsEntryJson.class,
            list = true)
    public Response children(
            @Context ContainerRequestContext request,
            @PathParam("t2") String party,
            @PathParam("id") String text,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        Page page = call.page();
        Contacts shown = Capability.CONTACTS.on(contacts);
        TrustedParties parties = Capability.TRUSTED_PARTY.on(trusted);
        TenantSnapshot own = page.snapshot();
        int viewer = viewers.of(call, own.directory(), as);
        DepartmentId id = Query.pathId(DEPARTMENT, text, DepartmentId::new);
        TenantSnapshot partner = key(party)
                .flatMap(key -> new PartnerStates(call, page, parties).one(key))
                .orElseThrow(() -> absent(DEPARTMENT, id));
        ContactsView view = shown.partner(own, partner, viewer);
        DirectorySnapshot directory = partner.directory();
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE || !view.showsDepartment(department) || view.memberCount(ROOT) == 0) {
            throw absent(DEPARTMENT, id);
        }
        return page.of(
                view.children(department, page.position(), page.size()),
                entry -> ContactsEntryJson.of(entry, directory),
                List.of(partner),
                List.of(partner.revision()));
    }

    /** Returns a member of a trusted party. */
    @GET
    @Path("{t2}/users/{id}")
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value = "Returns a member of a trusted party whom the caller finds or sees, with the fields it releases",
            answer = ContactsUserJson.class,
            tagged = true)
    public Response user(
            @Context ContainerRequestContext request,
            @PathParam("t2") String party,
            @PathParam("id") String text,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        Contacts shown = Capability.CONTACTS.on(contacts);
        TrustedParties parties = Capability.TRUSTED_PARTY.on(trusted);
        TenantSnapshot own = call.snapshot();
        int viewer = viewers.of(call, own.directory(), as);
        UserId id = Query.pathId(USER, text, UserId::new);
        TenantSnapshot partner =
                key(party).flatMap(key -> parties.partner(own, key)).orElseThrow(() -> absent(USER, id));
        DirectorySnapshot directory = partner.directory();
        ContactsView view = OpenProfile.of(call.caller()).of(shown.partner(own, partner, viewer), directory);
        int member = directory.memberNumber(id);
        if (member == DirectorySnapshot.NONE || !view.showsMember(member)) {
            throw absent(USER, id);
        }
        List<Department> departments = view.showsField(FieldGrants.DEPARTMENT)
                ? Arrays.stream(view.departmentsOf(member))
                        .mapToObj(directory::department)
                        .toList()
                : null;
        return call.one(ContactsUserJson.of(view.profile(member), departments, FieldTypes.of(directory.fields())));
    }

    /** The tenant that a path names; what cannot be a key names nobody. */
    private static Optional<TenantKey> key(String text) {
        try {
            return Optional.of(new TenantKey(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException absent(String what, Object id) {
        return Query.noSuch(what, id).exception();
    }
}
