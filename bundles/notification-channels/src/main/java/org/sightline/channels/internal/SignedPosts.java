package org.sightline.channels.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.notifications.ReceiverAddress;

/**
 * Posts JSON that is signed to addresses which strangers chose: for the webhook and for events. A post that waits for its
 * receiver holds no thread. Redirects are not followed, cookies and challenges not answered, and private addresses not
 * called unless the setting says so.
 */
@Component(service = SignedPosts.class)
public final class SignedPosts implements AutoCloseable {

    /** How long a post may take, from the look-up of the name to the last byte of the answer. */
    static final Duration LIMIT = Duration.ofSeconds(8);

    private static final int MOST_THREADS = 8;
    private static final int MOST_LOOK_UPS = 8;
    private static final int MOST_WAITING_LOOK_UPS = 1_000;
    private static final int MOST_CONNECTIONS_TO_ONE = 64;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Clock clock;
    private final HttpClient http;
    private final ExecutorService lookUps;

    /** Begins. */
    @Activate
    public SignedPosts(@Reference(name = "clock") Clock clock) {
        this(clock, ReceiverAddress.privateAllowed(System.getenv()), InetAddress::getAllByName);
    }

    /**
     * Begins.
     *
     * @param privateAllowed whether private addresses may be called
     * @param names          what names stand for
     */
    SignedPosts(Clock clock, boolean privateAllowed, PublicAddresses.Names names) {
        this.clock = clock;
        this.lookUps = lookUps();
        this.http = client(new PublicAddresses(lookUps, privateAllowed, names));
        try {
            http.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot start the HTTP client", e);
        }
    }

    private static ExecutorService lookUps() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_LOOK_UPS,
                MOST_LOOK_UPS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING_LOOK_UPS),
                task -> {
                    Thread thread = new Thread(task, "sightline-post-names");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static HttpClient client(PublicAddresses addresses) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("sightline-post");
        threads.setDaemon(true);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setSocketAddressResolver(addresses);
        client.setFollowRedirects(false);
        client.setConnectTimeout(LIMIT.toMillis());
        client.setIdleTimeout(IDLE.toMillis());
        client.setDestinationIdleTimeout(IDLE.toMillis());
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS_TO_ONE);
        client.setMaxResponseHeadersSize(LONGEST_HEADERS);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Sightline"));
        return client;
    }

    @Deactivate
    @Override
    public void close() {
        try {
            http.stop();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the HTTP client", e);
        } finally {
            lookUps.shutdownNow();
        }
    }

    /**
     * Posts a body.
     *
     * @return completes when the receiver has answered with a status of 2xx; else exceptionally, with an
     *     {@link IOException} fit to be shown
     */
    CompletableFuture<@Nullable Void> post(URI url, String secret, byte[] body) {
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        Request request = http.newRequest(url)
                .method(HttpMethod.POST)
                .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .headers(headers -> headers.put(Signature.HEADER, Signature.of(secret, clock.instant(), body)))
                .body(new BytesRequestContent("application/json", body));
        request.send(result -> {
            @Nullable IOException failure = failure(result);
            if (failure == null) {
                end.complete(null);
            } else {
                end.completeExceptionally(failure);
            }
        });
        return end;
    }

    /** A receiver that has said yes has taken the post, whatever becomes of the rest of its answer. */
    private static @Nullable IOException failure(Result result) {
        int status = result.getResponse() == null ? 0 : result.getResponse().getStatus();
        if (status >= 200 && status <= 299) {
            return null;
        }
        if (status > 0) {
            return new IOException("the receiver answered with status " + status, result.getFailure());
        }
        Throwable failure = result.getFailure();
        if (failure instanceof TimeoutException) {
            return new IOException("the receiver did not answer within " + LIMIT.toSeconds() + " s", failure);
        }
        if (failure instanceof ConnectException) {
            return new IOException("the receiver cannot be reached", failure);
        }
        return failure instanceof IOException ours && failure.getMessage() != null
                ? ours
                : new IOException("the connection to the receiver broke", failure);
    }
}
