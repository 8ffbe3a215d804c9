package org.sightline.http.internal;

import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Component;

/** Counts the requests at work, and refuses new ones once the server is to stop. */
@Component(service = RunningRequests.class)
public final class RunningRequests {

    private static final String ENDLESS = "text/event-stream";

    private int running;
    private boolean stopping;

    /**
     * Counts a request until it is answered. A stream of events is not counted, since it ends only with the server.
     *
     * @throws HttpException.RuntimeException 503, when the server is stopping
     */
    void begin(Request request) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
        boolean counted = accepted == null || !accepted.startsWith(ENDLESS);
        synchronized (this) {
            if (stopping) {
                throw new HttpException.RuntimeException(503, "stopping");
            }
            if (counted) {
                running++;
            }
        }
        if (counted) {
            Request.addCompletionListener(request, failure -> end());
        }
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    /**
     * Refuses new requests and waits for those at work.
     *
     * @return how many are still at work when the patience is over
     */
    synchronized int drain(Duration patience) throws InterruptedException {
        stopping = true;
        long deadline = System.nanoTime() + patience.toNanos();
        while (running > 0) {
            long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (millis <= 0) {
                return running;
            }
            wait(millis);
        }
        return 0;
    }
}
