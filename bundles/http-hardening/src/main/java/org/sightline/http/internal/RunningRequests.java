package org.sightline.http.internal;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the requests at work, and refuses new ones once the server is to stop. */
@Component(service = RunningRequests.class)
public final class RunningRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRequests.class);
    private static final String ENDLESS = "text/event-stream";

    /** Of longer bodies the sender is told nothing before it is through; the server does not wait for that any more. */
    private static final long COURTESY_BYTES = 1L << 20;

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
        if (!letIn(counted)) {
            hearOut(request);
            throw new HttpException.RuntimeException(503, "stopping");
        }
        if (counted) {
            Request.addCompletionListener(request, failure -> end());
        }
    }

    private synchronized boolean letIn(boolean counted) {
        if (!stopping && counted) {
            running++;
        }
        return !stopping;
    }

    /**
     * Reads the body of a request that is refused: the connection is closed after the answer, and closed on unread bytes it
     * is reset, so that the sender may never see why. Whoever asks first ({@code Expect: 100-continue}) sends none.
     */
    private static void hearOut(Request request) {
        long length = request.getLength();
        if (length > 0 && length <= COURTESY_BYTES && !request.getHeaders().contains(HttpHeader.EXPECT)) {
            try {
                Content.Source.consumeAll(request);
            } catch (IOException senderIsGone) {
                LOG.debug("a request that was to be refused broke off", senderIsGone);
            }
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
