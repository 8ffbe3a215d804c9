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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.json.CollaborationRuleJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.RuleView;
import org.sightline.visibility.model.RuleId;

/** Which own members see which of a partner's. */
@Component(service = CollaborationRuleResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/trust/parties/{t2}/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CollaborationRuleResource {

    private static final String WHAT = "collaboration rule";

    /** Away while trusted parties are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable CollaborationRules rules;

    /** Lists rules. */
    @GET
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Lists the rules towards a partner; `q` is the id of an entry or the beginning of its name",
            answer = CollaborationRuleJson.class,
            list = true)
    public Response list(
            @Context ContainerRequestContext request,
            @PathParam("t2") String partner,
            @QueryParam("q") @Nullable String words) {
        Call call = Call.of(request);
        List<RuleView> all = on().towards(call.snapshot(), Partners.key(partner), Partners.words(words));
        return call.page().ofLive(all, view -> view.rule().id().value(), CollaborationRuleJson::of);
    }

    /** Adds a rule. */
    @POST
    @Creates
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Adds a rule: which own members see which of the partner's",
            status = 201,
            answer = CollaborationRuleJson.class,
            tagged = true)
    public Response create(
            @Context ContainerRequestContext request, @PathParam("t2") String partner, CollaborationRuleJson form) {
        Call call = Call.of(request);
        CollaborationRuleJson.Wanted wanted = form.toModel(null);
        RuleView made = call.done(on().add(
                        call.tenant(),
                        call.actor(),
                        Partners.key(partner),
                        wanted.id(),
                        wanted.subjects(),
                        wanted.objects()));
        return call.created(made.rule().id().value(), CollaborationRuleJson.of(made));
    }

    /** Returns one rule. */
    @GET
    @Path("{id}")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Returns a rule", answer = CollaborationRuleJson.class, tagged = true)
    public Response get(
            @Context ContainerRequestContext request, @PathParam("t2") String partner, @PathParam("id") String id) {
        Call call = Call.of(request);
        RuleId rule = Query.pathId(WHAT, id, RuleId::new);
        return call.one(CollaborationRuleJson.of(on().one(call.snapshot(), Partners.key(partner), rule)));
    }

    /** Replaces a rule. */
    @PUT
    @Path("{id}")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(
            value = "Replaces a rule; what it already names may stay",
            answer = CollaborationRuleJson.class,
            tagged = true)
    public Response put(
            @Context ContainerRequestContext request,
            @PathParam("t2") String partner,
            @PathParam("id") String id,
            CollaborationRuleJson form) {
        Call call = Call.of(request);
        CollaborationRuleJson.Wanted wanted = form.toModel(Query.pathId(WHAT, id, RuleId::new));
        RuleView now = call.done(on().replace(
                        call.tenant(),
                        call.actor(),
                        Partners.key(partner),
                        wanted.id(),
                        wanted.subjects(),
                        wanted.objects(),
                        call.expectation(CollaborationRuleJson::of)));
        return call.changed(CollaborationRuleJson.of(now));
    }

    /** Removes a rule. */
    @DELETE
    @Path("{id}")
    @Allowed(Role.EXTERNAL_COLLABORATIONS)
    @Described(value = "Removes a rule", status = 204, tagged = true)
    public Response delete(
            @Context ContainerRequestContext request, @PathParam("t2") String partner, @PathParam("id") String id) {
        Call call = Call.of(request);
        RuleId rule = Query.pathId(WHAT, id, RuleId::new);
        call.done(on().remove(
                        call.tenant(),
                        call.actor(),
                        Partners.key(partner),
                        rule,
                        call.expectation(CollaborationRuleJson::of)));
        return call.nothing();
    }

    private CollaborationRules on() {
        return Capability.TRUSTED_PARTY.on(rules);
    }
}
