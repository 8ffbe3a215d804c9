package org.sightline.rest.internal.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.audit.Actor;
import org.sightline.jobs.Jobs;
import org.sightline.json.BackupJson;
import org.sightline.json.JobJson;
import org.sightline.json.NewBackupJson;
import org.sightline.json.RestoreJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.OptionalBody;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;

/** Backups, and filling an empty server with one; both as jobs. */
@Component(service = BackupResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BackupResource {

    private final Jobs jobs;

    /** Away while upkeep is switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Backups backups;

    /** Creates the resource. */
    @Activate
    public BackupResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    private Backups on() {
        return Capability.UPKEEP.on(backups);
    }

    /** Begins to write a backup. */
    @POST
    @Path("backups")
    @Creates
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Begins to write a backup of the whole server; the job's result is the backup",
            status = 202,
            answer = JobJson.class,
            body = NewBackupJson.class,
            refusals = 409)
    public Response create(@Context ContainerRequestContext request, InputStream content) throws IOException {
        Call call = Call.of(request);
        NewBackupJson form = OptionalBody.read(content, NewBackupJson.class, NewBackupJson.UNNAMED);
        Backups now = on();
        Actor actor = call.actor();
        String name = now.name(form.name());
        return AcceptedJob.answer(jobs.start("backup.create", null, progress -> now.create(name, actor, progress)));
    }

    /** Lists the backups. */
    @GET
    @Path("backups")
    @Allowed(Role.OPERATOR)
    @Described(value = "Lists the backups, newest first", answer = BackupJson.class, list = true)
    public Response list(@Context ContainerRequestContext request) {
        return Call.of(request).page().ofLive(on().list(), Backup::name, BackupJson::of);
    }

    /** Begins to fill the empty server with a backup. */
    @POST
    @Path("restore")
    @Allowed(Role.OPERATOR)
    @Described(
            value = "Begins to fill this server, which must be empty, with a backup: as a whole or not at all",
            status = 202,
            answer = JobJson.class,
            refusals = 409)
    public Response restore(@Context ContainerRequestContext request, RestoreJson form) {
        Call call = Call.of(request);
        Backups now = on();
        Actor actor = call.actor();
        String name = form.toName();
        boolean acceptOtherKey = form.toAcceptance();
        now.check(name, acceptOtherKey);
        return AcceptedJob.answer(
                jobs.start("backup.restore", null, progress -> now.restore(name, acceptOtherKey, actor, progress)));
    }
}
