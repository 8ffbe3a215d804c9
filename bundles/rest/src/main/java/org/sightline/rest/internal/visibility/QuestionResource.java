package org.sightline.rest.internal.visibility;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.sightline.directory.History;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.DecisionJson;
import org.sightline.json.VerifyJson;
import org.sightline.json.VerifyJson.Question;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.traffic.DecisionTimes;
import org.sightline.visibility.Decision;
import org.sightline.visibility.LiveQuestions;
import org.sightline.visibility.Visibility;

/** Who sees whom: one question, many at once, and whole lists. */
@Component(service = QuestionResource.class)
@JakartarsResource
@JakartarsExtensionSelect(RestInterface.SELECT)
@Path("api/v1/tenants/{t}/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QuestionResource {

    /** Answers about the past are compared with nothing. */
    private static final LiveQuestions NOT_LIVE = (state, viewer, member, visible) -> {};

    private final Visibility visibility;
    private final LiveQuestions live;
    private final History history;
    private final DecisionTimes times;

    /** Creates the resource. */
    @Activate
    public QuestionResource(
            @Reference Visibility visibility,
            @Reference LiveQuestions live,
            @Reference History history,
            @Reference DecisionTimes times) {
        this.live = live;
        this.visibility = visibility;
        this.history = history;
        this.times = times;
    }

    /** Decides one question and says why. */
    @POST
    @Path("verify")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Tells whether a member sees a member or a department, and why",
            answer = DecisionJson.class,
            refusals = 410)
    public Response verify(
            @Context ContainerRequestContext request,
            @QueryParam("at_revision") @Nullable String atRevision,
            @QueryParam("at") @Nullable String at,
            VerifyJson form) {
        Call call = Call.of(request);
        Question question = form.toModel();
        TenantSnapshot state = AsOf.of(atRevision, at).state(call, history);
        LiveQuestions heard = atRevision == null && at == null ? live : NOT_LIVE;
        long start = System.nanoTime();
        Decision decision = Questions.decide(visibility, heard, state, question);
        times.decidedSince(start);
        return call.plain(DecisionJson.of(decision));
    }

    /** Decides many questions. */
    @POST
    @Path("verify:batch")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Tells for up to 10,000 pairs whether the subject sees the object",
            answer = PairsJson.Results.class,
            body = PairsJson.class)
    public Response verifyBatch(@Context ContainerRequestContext request, byte[] body) {
        Call call = Call.of(request);
        TenantSnapshot state = call.snapshot();
        long start = System.nanoTime();
        boolean[] results = new PairReader(state, visibility.engine(state), live).decide(body);
        times.decidedSince(start, results.length);
        return call.plain(Map.of("results", results));
    }

    /** Lists whom a member sees. */
    @GET
    @Path("sees/{user_id}")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Lists whom a member sees, themself included",
            answer = SeenJson.class,
            list = true,
            refusals = 410)
    public Response sees(
            @Context ContainerRequestContext request,
            @PathParam("user_id") String text,
            @QueryParam("at_revision") @Nullable String atRevision,
            @QueryParam("at") @Nullable String at) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = AsOf.of(atRevision, at).state(page, call, history);
        int viewer = pathMember(state, text);
        return members(page, state.directory(), visibility.engine(state).visibleTo(viewer));
    }

    /** Lists who sees a member. */
    @GET
    @Path("seen-by/{user_id}")
    @Allowed(Role.MEMBER_PERMISSIONS)
    @Described(
            value = "Lists who sees a member, themself included",
            answer = SeenJson.class,
            list = true,
            refusals = 410)
    public Response seenBy(
            @Context ContainerRequestContext request,
            @PathParam("user_id") String text,
            @QueryParam("at_revision") @Nullable String atRevision,
            @QueryParam("at") @Nullable String at) {
        Call call = Call.of(request);
        Page page = call.page();
        TenantSnapshot state = AsOf.of(atRevision, at).state(page, call, history);
        int member = pathMember(state, text);
        return members(page, state.directory(), visibility.engine(state).viewersOf(member));
    }

    private static Response members(Page page, DirectorySnapshot directory, int[] numbers) {
        return page.of(
                numbers.length,
                at -> new SeenJson(directory.member(numbers[at]).id().value()));
    }

    private static int pathMember(TenantSnapshot state, String text) {
        UserId id = Query.pathId("user", text, UserId::new);
        int number = state.directory().memberNumber(id);
        if (number == DirectorySnapshot.NONE) {
            throw Query.noSuch("user", id).exception();
        }
        return number;
    }

    /**
     * A member in a list of who sees whom.
     *
     * @param userId the member
     */
    record SeenJson(String userId) {}
}
