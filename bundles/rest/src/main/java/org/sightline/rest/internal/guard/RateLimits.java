package org.sightline.rest.internal.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.settings.RestSettings;

/** How many requests a caller may send in a second (docs/api.md, "Rate limit"). */
@Component(
        service = {RateLimits.class, MetricSource.class},
        configurationPid = RestSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RateLimits implements ContainerResponseFilter, MetricSource {

    /** How many callers are remembered; whoever is forgotten starts with a full bucket. */
    private static final int CALLERS = 100_000;

    private static final String PROPERTY = RateLimits.class.getName();

    private final int perSecond;
    private final LoadingCache<String, Bucket> buckets;
    private final LongAdder refused = new LongAdder();

    /** Creates the limits that are set. */
    @Activate
    public RateLimits(RestSettings settings) {
        this(settings.rate__limit__per__second());
    }

    /**
     * Creates the limits.
     *
     * @param perSecond 0 for none
     */
    public RateLimits(int perSecond) {
        this(perSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * Creates the limits over a time of the caller's.
     *
     * @param perSecond 0 for none
     */
    public RateLimits(int perSecond, TimeMeter time) {
        this.perSecond = perSecond;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build(key -> bucket(perSecond, time));
    }

    boolean areOn() {
        return perSecond > 0;
    }

    /**
     * Counts a request before it goes through the REST machinery, which then does not count it again.
     *
     * @return false, without counting, when there were too many
     */
    public boolean admit(HttpServletRequest request, HttpServletResponse response, String caller) {
        if (!areOn()) {
            return true;
        }
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return false;
        }
        // The machinery looks its properties up among these attributes.
        request.setAttribute(PROPERTY, probe);
        headers(probe).forEach((name, value) -> response.setHeader(name, value.toString()));
        return true;
    }

    /** Counts a request; refuses it when there were too many. */
    void count(ContainerRequestContext request, String caller) {
        if (request.getProperty(PROPERTY) instanceof ConsumptionProbe) {
            return;
        }
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        request.setProperty(PROPERTY, probe);
        if (!probe.isConsumed()) {
            refused.increment();
            throw Problem.of(
                            ProblemKind.RATE_LIMITED,
                            Codes.RATE_LIMITED,
                            "more than " + perSecond + " requests in a second; wait and send this one again")
                    .with("retry_after", seconds(probe.getNanosToWaitForRefill()))
                    .exception();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof ConsumptionProbe probe) {
            headers(probe).forEach(response.getHeaders()::putSingle);
        }
    }

    @Override
    public List<Metric> read() {
        return List.of(
                Metric.counter(
                        "sightline_rate_limited_total",
                        "Requests refused since their caller had sent too many.",
                        refused.sum()),
                Metric.gauge(
                        "sightline_callers_limited",
                        "Callers whose requests are being counted.",
                        buckets.estimatedSize()));
    }

    private Map<String, Object> headers(ConsumptionProbe probe) {
        return Map.of(
                "RateLimit-Limit", perSecond,
                "RateLimit-Remaining", probe.getRemainingTokens(),
                "RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
    }

    private static Bucket bucket(int perSecond, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
    }
}
