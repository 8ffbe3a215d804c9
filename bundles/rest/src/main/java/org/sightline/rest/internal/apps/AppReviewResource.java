package org.sightline.rest.internal.apps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppState;
import org.sightline.json.AppReviewJson;
import org.sightline.json.ApproveJson;
import org.sightline.json.RejectJson;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.OptionalBody;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

/** What waits for an administrator's decision, and what was decided. */
@Component(service = AppReviewResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/app-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AppReviewResource {

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppReleases releases;

    private AppReleases on() {
        return Capability.APP_PERMISSIONS.on(releases);
    }

    /** Lists reviews, the oldest first. */
    @GET
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Lists reviews, the oldest first", answer = AppReviewJson.class, list = true)
    public Response list(@Context ContainerRequestContext request, @QueryParam("state") @Nullable String state) {
        Call call = Call.of(request);
        on();
        @Nullable Boolean open = Query.value("state", state, AppReviewResource::isOpen);
        Page page = call.page();
        AppState apps = page.snapshot().apps();
        List<AppReview> reviews = apps.reviews();
        return page.of(reviews.size(), at -> {
            AppReview review = reviews.get(at);
            return open == null || open == review.isOpen() ? form(apps, review) : null;
        });
    }

    private static boolean isOpen(String state) {
        return switch (state) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw new IllegalArgumentException("must be `open` or `closed`");
        };
    }

    private static AppReviewJson form(AppState apps, AppReview review) {
        return AppReviewJson.of(new ReviewedVersion(
                review, apps.version(review.app(), review.version()).orElseThrow()));
    }

    /** Returns one review. */
    @GET
    @Path("{id}")
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(value = "Returns a review", answer = AppReviewJson.class, tagged = true)
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Call call = Call.of(request);
        on();
        AppState apps = call.snapshot().apps();
        return call.one(form(apps, apps.review(id).orElseThrow(() -> Query.noSuch("review", id)
                .exception())));
    }

    /** Approves what waits. */
    @POST
    @Path("{id}/approve")
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(
            value = "Approves what waits, all of it or what is named",
            answer = AppReviewJson.class,
            body = ApproveJson.class,
            refusals = {409})
    public Response approve(@Context ContainerRequestContext request, @PathParam("id") String id, InputStream content)
            throws IOException {
        Call call = Call.of(request);
        ApproveJson form = OptionalBody.read(content, ApproveJson.class, ApproveJson.ALL);
        ReviewedVersion reviewed =
                call.done(on().approve(call.tenant(), call.actor(), id, form.toNames(), form.toRange()));
        return call.plain(AppReviewJson.of(reviewed));
    }

    /** Rejects what waits. */
    @POST
    @Path("{id}/reject")
    @Allowed(Role.ALL_APPLICATIONS_MANAGEMENT)
    @Described(
            value = "Rejects what waits, all of it or what is named, and says why",
            answer = AppReviewJson.class,
            refusals = {409})
    public Response reject(@Context ContainerRequestContext request, @PathParam("id") String id, RejectJson form) {
        Call call = Call.of(request);
        List<String> names = form.toNames();
        ReviewedVersion reviewed = call.done(on().reject(call.tenant(), call.actor(), id, names, form.toReason()));
        return call.plain(AppReviewJson.of(reviewed));
    }
}
