package org.sightline.rest.internal.idempotency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Call;
import org.sightline.store.AnswerStore;
import org.sightline.store.AnswerStore.KeptAnswer;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a POST that creates something be sent again safely (docs/api.md, "Idempotency"). */
public final class Idempotency implements DynamicFeature {

    /** Names the attempt. */
    public static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
    private static final String PROPERTY = Idempotency.class.getName();
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration SWEEP = Duration.ofHours(1);

    /** After this time a request without an answer is known to have died, with its server or without its database. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    /** More can be waiting only while the database is away for long; their callers take fresh keys. */
    private static final int MOST_OWED = 10_000;

    private final AnswerStore answers;
    private final InstantSource clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    /** Keys of requests that are known to have done nothing, and that the database could not be told of. */
    private final Set<Reservation> owed = ConcurrentHashMap.newKeySet();

    /** Creates the feature. */
    public Idempotency(AnswerStore answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Creates creates = resource.getResourceMethod().getAnnotation(Creates.class);
        if (creates != null) {
            context.register(new Once(creates.bodyHoldsSecret(), List.of(creates.answerSecrets())), Priorities.USER);
        }
    }

    private final class Once implements ContainerRequestFilter, ContainerResponseFilter {

        private final boolean secret;
        private final List<String> answerSecrets;

        Once(boolean secret, List<String> answerSecrets) {
            this.secret = secret;
            this.answerSecrets = answerSecrets;
        }

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            String key = request.getHeaderString(HEADER);
            if (key == null) {
                return;
            }
            requireKey(key);
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            Call call = Call.of(request);
            Reservation reservation = new Reservation(call.caller().rateKey(), key);
            String digest = digest(call, body, reservation);
            Instant now = clock.instant();
            Optional<KeptAnswer> earlier = reserve(reservation, digest, now);
            if (earlier.isEmpty()) {
                request.setProperty(PROPERTY, reservation);
            } else {
                request.abortWith(repeat(earlier.get(), digest, now));
            }
        }

        private String digest(Call call, byte[] body, Reservation reservation) {
            String target = "POST " + call.path();
            return secret
                    ? RequestDigest.ofSecret(target, body, reservation.toString())
                    : RequestDigest.of(target, body);
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getProperty(PROPERTY) instanceof Reservation reservation) {
                settle(reservation, response, answerSecrets);
            }
        }
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(
                            ProblemKind.MALFORMED,
                            Codes.MALFORMED_REQUEST,
                            "the header `" + HEADER + "` must have 1 to 128 visible ASCII characters, a UUID say")
                    .exception();
        }
    }

    private Optional<KeptAnswer> reserve(Reservation wanted, String digest, Instant now) {
        sweep(now);
        if (owed.contains(wanted)) {
            answers.release(wanted.scope, wanted.key);
            owed.remove(wanted);
        }
        Optional<KeptAnswer> earlier = answers.reserve(wanted.scope, wanted.key, digest, now);
        if (earlier.isPresent() && isOlder(earlier.get(), KEPT, now)) {
            answers.removeOlder(now.minus(KEPT));
            return answers.reserve(wanted.scope, wanted.key, digest, now);
        }
        return earlier;
    }

    private static boolean isOlder(KeptAnswer earlier, Duration age, Instant now) {
        return Duration.between(earlier.reservedAt(), now).compareTo(age) > 0;
    }

    private void sweep(Instant now) {
        Instant last = swept.get();
        if (Duration.between(last, now).compareTo(SWEEP) > 0 && swept.compareAndSet(last, now)) {
            answers.removeOlder(now.minus(KEPT));
        }
    }

    private static Response repeat(KeptAnswer earlier, String digest, Instant now) {
        if (!earlier.requestDigest().equals(digest)) {
            throw Problem.conflict(
                            Codes.IDEMPOTENCY_KEY_REUSED,
                            "this `" + HEADER
                                    + "` came with another request before; take a fresh one for each new request")
                    .exception();
        }
        if (earlier.status() == 0) {
            throw unanswered(isOlder(earlier, ABANDONED, now)).exception();
        }
        Response.ResponseBuilder answer = Response.status(earlier.status())
                .entity(replayed(earlier.body()))
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (!earlier.location().isEmpty()) {
            answer.header(HttpHeaders.LOCATION, earlier.location());
        }
        return answer.build();
    }

    private static Problem unanswered(boolean abandoned) {
        if (abandoned) {
            return Problem.conflict(
                    Codes.CONFLICT,
                    "the first request with this `" + HEADER + "` ended without an answer, and whether it was carried"
                            + " out is not known; look, and when it was not, send it with a fresh key");
        }
        return Problem.conflict(
                        Codes.CONFLICT,
                        "the first request with this `" + HEADER + "` is still running; send it again in a moment")
                .with("retry_after", 1);
    }

    private static byte[] replayed(String body) {
        return Json.bytes(Json.read(body, ObjectNode.class).put("replayed", true));
    }

    private void settle(Reservation reservation, ContainerResponseContext response, List<String> secrets) {
        if (response.getStatus() / 100 == 2 && response.getEntity() instanceof byte[] body) {
            keep(reservation, response, withoutSecrets(body, secrets));
        } else if (!isInDoubt(response)) {
            release(reservation);
        }
    }

    private void keep(Reservation reservation, ContainerResponseContext response, String body) {
        try {
            answers.complete(reservation.scope, reservation.key, response.getStatus(), body, location(response));
        } catch (StoreUnavailableException e) {
            // What the request did is done and answered; a repetition is told that the answer is lost.
            LOG.warn("the answer to a request with an idempotency key could not be kept", e);
        }
    }

    private void release(Reservation reservation) {
        try {
            answers.release(reservation.scope, reservation.key);
        } catch (StoreUnavailableException e) {
            LOG.debug("a key is given back later", e);
            if (owed.size() < MOST_OWED) {
                owed.add(reservation);
            }
        }
    }

    /** Whether the change may have been made though it was refused. */
    private static boolean isInDoubt(ContainerResponseContext response) {
        return response.getStatus() == 503
                && response.getEntity() instanceof byte[] body
                && Json.read(body, ObjectNode.class).path("in_doubt").asBoolean();
    }

    private static String withoutSecrets(byte[] body, List<String> secrets) {
        return secrets.isEmpty()
                ? new String(body, StandardCharsets.UTF_8)
                : Json.text(Json.read(body, ObjectNode.class).remove(secrets));
    }

    private static String location(ContainerResponseContext response) {
        @Nullable Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        return location == null ? "" : location.toString();
    }

    private record Reservation(String scope, String key) {}
}
