package org.sightline.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.apps.NeededPermissions;
import org.sightline.directory.model.Member;
import org.sightline.json.PasswordJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;

/** One method for each thing that lies around resources. */
@Path("probe/{t}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProbeResource {

    private static final String NEEDED = """
            operation\tGET /probe/{t}/apps\tprobe:read probe:all\tprobe:read
            operation\tPUT /probe/{t}/apps\tprobe:write\t-
            """;

    final AtomicInteger created = new AtomicInteger();
    RuntimeException failure;
    List<String> live = List.of("a", "b", "c", "d", "e");

    /** What apps need, here and everywhere else. */
    static NeededPermissions permissions() {
        try (InputStream shipped = NeededPermissions.class.getResourceAsStream("needed-permissions.tsv")) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            return NeededPermissions.read(new StringReader(text + NEEDED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("apps")
    @Allowed({Role.ORGANIZATION, Role.APP, Role.DELEGATE})
    public Response apps(@Context ContainerRequestContext request) {
        return Call.of(request).plain(Map.of());
    }

    @PUT
    @Path("apps")
    @Allowed({Role.ORGANIZATION, Role.APP})
    public Response putApps(@Context ContainerRequestContext request) {
        return Call.of(request).nothing();
    }

    @GET
    @Path("anybody")
    @Allowed(Role.SIGNED_IN)
    public Response anybody(@Context ContainerRequestContext request) {
        return Call.of(request).nothing();
    }

    @GET
    @Allowed({Role.ORGANIZATION, Role.OPERATOR})
    public Response list(@Context ContainerRequestContext request) {
        Page page = Call.of(request).page();
        var directory = page.snapshot().directory();
        return page.of(directory.memberCount(), number -> {
            Member member = directory.member(number);
            return member.isActive() ? Map.of("id", member.id().value()) : null;
        });
    }

    @GET
    @Path("live")
    @Allowed(Role.ADMINISTRATOR)
    public Response live(@Context ContainerRequestContext request) {
        return Call.of(request).page().ofLive(live, item -> item, item -> item);
    }

    @GET
    @Path("one")
    @Allowed(Role.MEMBER)
    public Response one(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        return call.one(Map.of("revision", call.snapshot().revision()));
    }

    @PUT
    @Path("one")
    @Allowed(Role.MEMBER)
    public Response put(@Context ContainerRequestContext request) {
        Call call = Call.of(request);
        call.expect(call.snapshot().revision(), revision -> Map.of("revision", revision));
        return call.nothing();
    }

    @POST
    @Creates
    @Allowed(Role.MEMBER)
    public Response create(@Context ContainerRequestContext request, PasswordJson form) {
        if (form.toModel().equals("taken")) {
            throw Problem.conflict(Codes.DUPLICATE_ID, "taken").exception();
        }
        if (failure != null) {
            throw failure;
        }
        String id = "n" + created.incrementAndGet();
        return Call.of(request).created(id, Map.of("id", id));
    }

    @GET
    @Path("failing")
    @Allowed(Role.MEMBER)
    public Response failing(@Context ContainerRequestContext request) {
        if (failure != null) {
            throw failure;
        }
        return Call.of(request).nothing();
    }
}
