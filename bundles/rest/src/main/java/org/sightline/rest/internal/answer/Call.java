package org.sightline.rest.internal.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.History;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * One request as the resources see it: who asks, about which tenant, on which state; and the ways to answer
 * (docs/api.md, "Revisions" and "ETags").
 */
public final class Call {

    /** Tells the revision an answer was made at. */
    public static final String REVISION = "Sightline-Revision";

    /** Asks for a state that is not older. */
    public static final String AT_LEAST = "Sightline-At-Least";

    private static final String PROPERTY = Call.class.getName();
    private static final long UNKNOWN = -1;

    private final ContainerRequestContext request;
    private final @Nullable Caller caller;
    private final @Nullable TenantKey tenant;
    private final Snapshots snapshots;
    private final History history;
    private @Nullable TenantSnapshot snapshot;
    private long revision = UNKNOWN;

    /**
     * Creates the call.
     *
     * @param caller null on a public path
     * @param tenant null on a path that concerns none
     */
    public Call(
            ContainerRequestContext request,
            @Nullable Caller caller,
            @Nullable TenantKey tenant,
            Snapshots snapshots,
            History history) {
        this.request = request;
        this.caller = caller;
        this.tenant = tenant;
        this.snapshots = snapshots;
        this.history = history;
    }

    /** Keeps this with the request. */
    public void keep() {
        request.setProperty(PROPERTY, this);
    }

    /** Returns the call that belongs to a request which has passed its guard. */
    public static Call of(ContainerRequestContext request) {
        Call call = find(request);
        if (call == null) {
            throw new IllegalStateException("the request has passed no guard");
        }
        return call;
    }

    /** Returns the call that belongs to a request; null when it was refused before it reached the tenant. */
    public static @Nullable Call find(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Call call ? call : null;
    }

    /** Returns who asks. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("a public path has no caller");
        }
        return caller;
    }

    /** Returns the token that proved who asks. */
    public String token() {
        String token = Bearer.token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            throw new IllegalStateException("a public path has no token");
        }
        return token;
    }

    /** Returns who will stand in the audit log. */
    public Actor actor() {
        return caller().actor();
    }

    /** Returns the tenant the path names. */
    public TenantKey tenant() {
        if (tenant == null) {
            throw new IllegalStateException("the path names no tenant");
        }
        return tenant;
    }

    /** Returns the tenant's state: the newest, or not older than the request demands. */
    public TenantSnapshot snapshot() {
        TenantSnapshot known = snapshot;
        if (known == null) {
            long atLeast = atLeast();
            known = atLeast < 0 ? snapshots.current(tenant()) : snapshots.current(tenant(), atLeast);
            use(known);
        }
        return known;
    }

    /** Returns the tenant's newest state, whatever the request is answered from. */
    public TenantSnapshot newest() {
        return snapshots.current(tenant());
    }

    /** Answers from this state from now on. */
    public void use(TenantSnapshot state) {
        snapshot = state;
        revision = state.revision();
    }

    /** Returns the revision that the request demands; negative when it demands none. */
    public long atLeast() {
        String header = request.getHeaderString(AT_LEAST);
        if (header == null) {
            return UNKNOWN;
        }
        try {
            long wanted = Long.parseLong(header.strip());
            if (wanted >= 0) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            throw notARevision(e);
        }
        throw notARevision(null);
    }

    private static ProblemException notARevision(@Nullable Throwable cause) {
        Problem problem = Problem.of(
                ProblemKind.MALFORMED,
                Codes.MALFORMED_REQUEST,
                "the header `" + AT_LEAST + "` must be a revision, a number such as an earlier answer gave");
        return cause == null ? problem.exception() : new ProblemException(problem, cause);
    }

    /** Returns the page that the request asks for. */
    public Page page() {
        return Page.of(request, this, history);
    }

    /**
     * Returns what else a list is bound to beside its address: an app's goes on for as long as the app reaches what it
     * reached, and may read what it might, when the list was begun. The same for all who are no app.
     */
    String binding() {
        if (caller instanceof Caller.App app) {
            return "app " + app.permissions().stream().sorted().toList()
                    + snapshots.current(app.tenant()).apps().app(app.app()).map(App::range);
        }
        if (caller instanceof Caller.Delegate delegate) {
            return "app for " + delegate.user()
                    + delegate.permissions().stream().sorted().toList();
        }
        return "";
    }

    /** Remembers the revision of a change and returns what the change gave back. */
    public <T> T done(Committed<T> committed) {
        revision = committed.revision();
        return committed.value();
    }

    /** Remembers the revision the answer holds at. */
    public void at(long holdsAt) {
        revision = holdsAt;
    }

    /** Returns the revision the answer holds at; negative when it concerns no tenant. */
    long revision() {
        if (revision < 0 && tenant != null) {
            revision = snapshots.current(tenant).revision();
        }
        return revision;
    }

    /** Answers a read with one thing, or says that the caller's copy is still good. */
    public Response one(Object form) {
        byte[] body = Json.bytes(form);
        String tag = ETags.of(body);
        if (ETags.names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag, true)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return tagged(Response.ok(), body, tag);
    }

    /** Answers a change with the thing as it is now. */
    public Response changed(Object form) {
        byte[] body = Json.bytes(form);
        return tagged(Response.ok(), body, ETags.of(body));
    }

    /** Answers with a thing that was made below the request's path. */
    public Response created(String id, Object form) {
        byte[] body = Json.bytes(form);
        return tagged(Response.created(URI.create(path() + "/" + id)), body, ETags.of(body));
    }

    /** Answers with a thing that was made and has no address of its own. */
    public Response createdUnaddressed(Object form) {
        return Response.status(Response.Status.CREATED)
                .entity(Json.bytes(form))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** Answers with something that has no address of its own. */
    public Response plain(Object form) {
        return Response.ok(Json.bytes(form), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Answers that it is done. */
    public Response nothing() {
        return Response.noContent().build();
    }

    /** Returns the request's path, from the server's root, without a slash at its end. */
    public String path() {
        String path = request.getUriInfo().getAbsolutePath().getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns what {@code If-Match} says about a thing; nothing when it is not there. */
    public <T> Expectation<T> expectation(Function<T, Object> form) {
        String header = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null) {
            return Expectation.any();
        }
        return present -> ETags.names(header, ETags.of(Json.bytes(form.apply(present))), false);
    }

    /** Returns what {@code If-Match} says about a thing that may not be there; it holds only for one that is. */
    public <T> Expectation<Optional<T>> expectationOfAny(Function<T, Object> form) {
        if (request.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            return Expectation.any();
        }
        Expectation<T> expectation = expectation(form);
        return present -> present.isPresent() && expectation.holdsFor(present.get());
    }

    /**
     * Checks {@code If-Match} for a change whose service takes no expectation.
     *
     * @param present null when it is not there
     * @throws ProblemException {@code revision_mismatch}
     */
    public <T> void expect(@Nullable T present, Function<T, Object> form) {
        boolean holds = present == null
                ? request.getHeaderString(HttpHeaders.IF_MATCH) == null
                : this.<T>expectation(form).holdsFor(present);
        if (!holds) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            Codes.REVISION_MISMATCH,
                            "it has changed since you read it; read it again and repeat the change on that")
                    .exception();
        }
    }

    private static Response tagged(Response.ResponseBuilder answer, byte[] body, String tag) {
        return answer.entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .build();
    }
}
