package org.sightline.rest.internal.guard;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.NeededPermissions;
import org.sightline.directory.History;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.traffic.Operation;
import org.sightline.rest.internal.traffic.RequestNote;

/**
 * Puts a guard before every resource method: who is it (401), is it their tenant (404), is it their business, and with an app's token
 * does the app have a permission (403);
 * in this order, and before the body is looked at. What an annotation says is read once, at the start.
 */
public final class Guard implements DynamicFeature {

    /** The path parameter that names a tenant. */
    public static final String TENANT = "t";

    private final Snapshots snapshots;
    private final History history;
    private final InstantSource clock;
    private final NeededPermissions permissions;

    /**
     * Creates the guard.
     *
     * @param permissions what apps need
     */
    public Guard(Snapshots snapshots, History history, InstantSource clock, NeededPermissions permissions) {
        this.clock = clock;
        this.permissions = permissions;
        this.snapshots = snapshots;
        this.history = history;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (isOfTheEngine(resource)) {
            return;
        }
        Allowed allowed = resource.getResourceMethod().getAnnotation(Allowed.class);
        if (allowed == null) {
            throw new IllegalStateException(resource.getResourceMethod() + " does not say who may call it");
        }
        List<Role> roles = List.of(allowed.value());
        context.register(
                new Check(
                        Operation.of(resource.getResourceMethod()),
                        roles,
                        concernsTenant(resource),
                        needsBody(resource),
                        AppGate.of(resource, roles, permissions)),
                Priorities.AUTHORIZATION);
    }

    // Jersey answers OPTIONS by itself, with the methods of a path.
    private static boolean isOfTheEngine(ResourceInfo resource) {
        return resource.getResourceMethod().getDeclaringClass().getName().startsWith("org.glassfish.jersey.");
    }

    // A stream may be empty; everything else that is not bound to the address or the request is a form.
    private static boolean needsBody(ResourceInfo resource) {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .anyMatch(parameter ->
                        parameter.getAnnotations().length == 0 && parameter.getType() != InputStream.class);
    }

    private static boolean concernsTenant(ResourceInfo resource) {
        return hasTenant(resource.getResourceMethod().getDeclaringClass().getAnnotation(Path.class))
                || hasTenant(resource.getResourceMethod().getAnnotation(Path.class));
    }

    private static boolean hasTenant(@Nullable Path path) {
        return path != null && path.value().contains("{" + TENANT + "}");
    }

    private final class Check implements ContainerRequestFilter {

        private final Operation operation;
        private final List<Role> roles;
        private final boolean ofTenant;
        private final boolean needsBody;
        private final AppGate gate;

        Check(Operation operation, List<Role> roles, boolean ofTenant, boolean needsBody, AppGate gate) {
            this.operation = operation;
            this.roles = roles;
            this.ofTenant = ofTenant;
            this.needsBody = needsBody;
            this.gate = gate;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            RequestNote.of(request).asksFor(operation);
            checkCaller(request);
            if (needsBody && !request.hasEntity()) {
                throw Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "the body is empty; JSON is expected")
                        .exception();
            }
        }

        private void checkCaller(ContainerRequestContext request) {
            if (roles.contains(Role.PUBLIC)) {
                new Call(request, null, null, snapshots, history).keep();
                return;
            }
            Caller caller = Identity.of(request).require();
            RequestNote note = RequestNote.of(request);
            note.askedBy(caller, null);
            TenantKey tenant = ofTenant ? tenant(request, caller) : null;
            note.askedBy(caller, tenant);
            new Call(request, caller, tenant, snapshots, history).keep();
            boolean letIn = tenant != null && caller instanceof Caller.Operator && letsOperatorIn(tenant);
            if (roles.stream().noneMatch(role -> role.isHeldBy(caller, letIn))) {
                throw forbidden();
            }
            if (caller instanceof Caller.ByApp app) {
                gate.check(app);
            }
        }

        private ProblemException forbidden() {
            String who = roles.stream().map(Role::words).collect(Collectors.joining(" or "));
            return Problem.of(ProblemKind.FORBIDDEN, Codes.FORBIDDEN, "this is for " + who + " only")
                    .exception();
        }
    }

    private boolean letsOperatorIn(TenantKey tenant) {
        OperatorAccess access = snapshots.current(tenant).operatorAccess();
        return access != null && access.holdsAt(clock.instant());
    }

    // Another's tenant and one that does not exist answer alike.
    private TenantKey tenant(ContainerRequestContext request, Caller caller) {
        String named = request.getUriInfo().getPathParameters().getFirst(TENANT);
        TenantKey own = caller.tenant();
        if (own == null) {
            return existing(named);
        }
        if (!own.value().equals(named)) {
            throw noSuchTenant(named);
        }
        return own;
    }

    private TenantKey existing(String named) {
        TenantKey key;
        try {
            key = new TenantKey(named);
        } catch (IllegalArgumentException e) {
            throw noSuchTenant(named);
        }
        snapshots.current(key);
        return key;
    }

    private static ProblemException noSuchTenant(String named) {
        return Problem.notFound("there is no tenant `" + named + "`").exception();
    }
}
