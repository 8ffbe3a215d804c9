package org.sightline.rest.internal.traffic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.sightline.directory.model.TenantKey;
import org.sightline.metrics.Timing;
import org.sightline.metrics.Timings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how requests ended: in the metrics, and in the access log, there at level INFO when they changed something, were
 * refused or slow, else at DEBUG. Neither ever names a member or holds a secret.
 */
final class Outcomes {

    /** The access log; a name of its own, so that it can go to a file of its own. */
    private static final Logger ACCESS = LoggerFactory.getLogger("sightline.access");

    private static final int NANOS_OF_MICRO = 1_000;
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Timing timing;
    private final Map<Ended, Timing.Series> series = new ConcurrentHashMap<>();

    /** One way an operation ends. */
    private record Ended(Operation operation, int hundreds) {}

    Outcomes(Timings timings) {
        this.timing = timings.timing(
                "sightline_http_request_duration_seconds",
                "How long requests took until their answer was made, by operation and class of status.",
                "method",
                "path",
                "status");
    }

    void note(RequestNote note, int status, long nanos) {
        Operation operation = note.operation();
        series.computeIfAbsent(new Ended(operation, status / 100), this::seriesOf)
                .took(nanos);
        if (status >= 400 || nanos >= SLOW_NANOS || !operation.isRead()) {
            if (ACCESS.isInfoEnabled()) {
                ACCESS.info(line(note, status, nanos));
            }
        } else if (ACCESS.isDebugEnabled() && !operation.isWatching()) {
            // A line costs a third of what answering a quick question does.
            ACCESS.debug(line(note, status, nanos));
        }
    }

    private Timing.Series seriesOf(Ended ended) {
        return timing.of(ended.operation().method(), ended.operation().path(), ended.hundreds() + "xx");
    }

    private static String line(RequestNote note, int status, long nanos) {
        long micros = nanos / NANOS_OF_MICRO;
        StringBuilder line = new StringBuilder(160)
                .append("method=")
                .append(note.operation().method())
                .append(" path=")
                .append(note.operation().path())
                .append(" status=")
                .append(status)
                .append(" ms=")
                .append(micros / 1000)
                .append('.')
                .append(String.valueOf(1000 + micros % 1000), 1, 4)
                .append(" caller=")
                .append(note.callerKind());
        TenantKey tenant = note.tenant();
        return tenant == null
                ? line.toString()
                : line.append(" tenant=").append(tenant).toString();
    }
}
