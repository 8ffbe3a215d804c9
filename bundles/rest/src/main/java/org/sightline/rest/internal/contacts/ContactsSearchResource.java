package org.sightline.rest.internal.contacts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
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
import org.sightline.communication.Peers;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsFound;
import org.sightline.contacts.ContactsReach;
import org.sightline.contacts.ContactsSearch;
import org.sightline.directory.Changes;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.ProfileField;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.ContactsFoundJson;
import org.sightline.json.FieldTypes;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.trust.TrustedParties;

/**
 * Finds members and departments in the own tenant, then in the trusted ones by their keys, then contacts and chat peers
 * elsewhere. While trusted parties or communication are switched off the search goes on without them.
 */
@Component(service = ContactsSearchResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/contacts/search")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsSearchResource {

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

    /** Away while communication is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Peers peers;

    /** Creates the resource. */
    @Activate
    public ContactsSearchResource(@Reference Changes changes) {
        this.viewers = new Viewers(changes);
    }

    /** Finds members and departments. */
    @GET
    @Allowed({Role.MEMBER, Role.DELEGATE})
    @Described(
            value = "Finds members by profile fields and departments by name, among what the caller sees: of the own"
                    + " tenant, then of trusted parties by their keys, then contacts and chat peers elsewhere by name",
            answer = ContactsFoundJson.class,
            list = true)
    public Response search(
            @Context ContainerRequestContext request,
            @QueryParam("q") @Nullable String text,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam(Viewers.AS) @Nullable String as) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot own = page.snapshot();
        Contacts shown = Capability.CONTACTS.on(contacts);
        int viewer = viewers.of(call, own.directory(), as);
        PartnerStates partnerStates = new PartnerStates(call, page, trusted);
        List<TenantSnapshot> partners = partnerStates.all();
        OpenProfile open = OpenProfile.of(call.caller());
        ContactsSearch search = open.narrowed(
                SearchQuery.read(text, fields, kind, field -> isKnown(field, own, partners)), tenants(own, partners));
        PeerList peerList = new PeerList(peers, own, viewer, page.otherPins());
        ContactsReach reach = new ContactsReach(own, viewer, partners, peerList);
        var found = shown.search(reach, search, page.position(), page.size());
        List<Long> pins = new ArrayList<>(partnerStates.pins(partners));
        pins.add(peerList.pin());
        return page.of(found, each -> form(each, own, partners, open), partners, pins);
    }

    private static List<TenantSnapshot> tenants(TenantSnapshot own, List<TenantSnapshot> partners) {
        List<TenantSnapshot> all = new ArrayList<>(partners);
        all.add(own);
        return all;
    }

    /** A custom field of the own tenant, or one by which a trusted one lets its members be found. */
    private static boolean isKnown(String field, TenantSnapshot own, List<TenantSnapshot> partners) {
        TenantKey key = own.directory().tenant().key();
        return own.directory().fields().stream().anyMatch(each -> field.equals(ProfileField.CUSTOM_PREFIX + each.id()))
                || partners.stream().anyMatch(partner -> partner.trust()
                        .permissionsFor(key)
                        .filter(granted -> granted.fields().searches(field))
                        .isPresent());
    }

    private static ContactsFoundJson form(
            ContactsFound found, TenantSnapshot own, List<TenantSnapshot> partners, OpenProfile open) {
        if (found instanceof ContactsFound.Elsewhere elsewhere) {
            return ContactsFoundJson.of(elsewhere.peer());
        }
        ContactsFound.InTenant there = (ContactsFound.InTenant) found;
        DirectorySnapshot directory = (there.side() == 0 ? own : partners.get(there.side() - 1)).directory();
        return ContactsFoundJson.of(
                there.hit(), open.of(there.view(), directory), directory, FieldTypes.of(directory.fields()));
    }
}
