package org.sightline.rest.internal.operator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.json.AuditEntryJson;
import org.sightline.json.JobJson;
import org.sightline.json.PluginJson;
import org.sightline.plugins.PolicySource;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.store.TenantStore;
import org.sightline.visibility.MainRules;

/** What only the operator sees: plug-ins, jobs, and what was done outside of any tenant. */
@Component(service = OperatorResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorResource {

    private final MainRules mainRules;
    private final Jobs jobs;
    private final AuditPages audit;
    private final ServiceBundles bundles;

    /** Rooms that ask policies; those whose capability is off are not among them. */
    @Reference // many, dynamic; replaced as a whole
    volatile List<PolicySource> sources = List.of();

    /** Creates the resource. */
    @Activate
    public OperatorResource(
            @Reference MainRules mainRules,
            @Reference Jobs jobs,
            @Reference TenantStore store,
            @Reference Clock clock,
            @Reference ServiceBundles bundles) {
        this.mainRules = mainRules;
        this.jobs = jobs;
        this.audit = new AuditPages(store, clock);
        this.bundles = bundles;
    }

    /** Lists what bundles offer: main rules, those that a policy names but are missing too, other policies, channels. */
    @GET
    @Path("plugins")
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Lists main rules, other policies and notification channels, whether they serve, and which tenants"
                    + " use a main rule",
            answer = PluginJson.class,
            list = true)
    public Response plugins(@Context ContainerRequestContext request) {
        List<PluginJson> all = Stream.concat(
                        mainRules.list().stream().map(info -> PluginJson.of(info, Locale.ENGLISH)),
                        sources.stream()
                                .flatMap(source -> source.policies().stream())
                                .map(info -> PluginJson.of(info, bundles.of(info.serviceId()))))
                .toList();
        return Call.of(request).page().ofLive(all, OperatorResource::key, plugin -> plugin);
    }

    private static String key(PluginJson plugin) {
        return plugin.kind() + " " + plugin.type() + " " + plugin.providedBy() + " " + plugin.state();
    }

    /** Lists the jobs that are remembered, newest first. */
    @GET
    @Path("jobs")
    @Allowed(Role.OPERATOR)
    @Described(value = "Lists the jobs of all tenants, newest first", answer = JobJson.class, list = true)
    public Response jobs(@Context ContainerRequestContext request) {
        return Call.of(request).page().ofLive(jobs.list(), Job::id, JobJson::of);
    }

    /** Returns how far a job is. */
    @GET
    @Path("jobs/{id}")
    @Allowed(Role.OPERATOR)
    @Described(value = "Returns how far a job of the server or of any tenant is", answer = JobJson.class)
    public Response job(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return Call.of(request)
                .plain(JobJson.of(jobs.list().stream()
                        .filter(job -> job.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Query.noSuch("job", id).exception())));
    }

    /** Lists what was done outside of any tenant, newest first. */
    @GET
    @Path("audit")
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Lists what was done outside of any tenant, newest first; all parameters match exactly",
            answer = AuditEntryJson.class,
            list = true)
    public Response audit(
            @Context ContainerRequestContext request,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("object") @Nullable String object,
            @QueryParam("action") @Nullable String action) {
        return audit.answer(Call.of(request).page(), null, new AuditPages.Wanted(from, to, actor, object, action));
    }
}
