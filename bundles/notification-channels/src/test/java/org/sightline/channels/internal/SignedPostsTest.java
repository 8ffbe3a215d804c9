package org.sightline.channels.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses come from strangers: what they lead to is called only when it may be, and nobody waits for the slow. */
class SignedPostsTest {

    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final List<SignedPosts> opened = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            calls.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(
                    Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
            exchange.close();
        });
        receiver.createContext("/hang", exchange -> {
            calls.add("hang");
            try {
                over.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        opened.forEach(SignedPosts::close);
        receiver.stop(0);
        threads.shutdownNow();
    }

    private SignedPosts posts(boolean privateAllowed, PublicAddresses.Names names) {
        SignedPosts made = new SignedPosts(Clock.systemUTC(), privateAllowed, names);
        opened.add(made);
        return made;
    }

    private URI url(String host, String path) {
        return URI.create("http://" + host + ":" + receiver.getAddress().getPort() + path);
    }

    private static @Nullable Throwable failure(CompletableFuture<@Nullable Void> end) throws Exception {
        try {
            end.get(30, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "2002:a00:1::1",
                "::10.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1"
            })
    void aNameThatStandsForAPrivateAddressIsNotCalled(String address) throws Exception {
        SignedPosts posts = posts(false, host ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address)});
        assertThat(failure(posts.post(url("looks.public.example", "/204"), "key", BODY)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private network");
        assertThat(calls).isEmpty();
    }

    @Test
    void aNameIsLookedUpOnceAndWhatWasCheckedIsCalled() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SignedPosts posts = posts(true, host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        assertThat(failure(posts.post(url("nowhere.example", "/204"), "key", BODY)))
                .isNull();
        assertThat(asked).hasValue(1);
        assertThat(calls).containsExactly("/204 null");
    }

    @Test
    void redirectsCookiesAndChallengesAreNotAnswered() throws Exception {
        SignedPosts posts = posts(true, InetAddress::getAllByName);
        for (String status : List.of("302", "401", "407", "500")) {
            assertThat(failure(posts.post(url("127.0.0.1", "/" + status), "key", BODY)))
                    .hasMessage("the receiver answered with status " + status);
        }
        assertThat(failure(posts.post(url("127.0.0.1", "/201"), "key", BODY))).isNull();
        assertThat(calls).containsExactly("/302 null", "/401 null", "/407 null", "/500 null", "/201 null");
    }

    @Test
    void whatCannotBeReachedIsToldInWords() throws Exception {
        SignedPosts posts = posts(true, host -> {
            if (host.equals("unknown.example")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host);
        });
        assertThat(failure(posts.post(url("unknown.example", "/204"), "key", BODY)))
                .hasMessage("the host `unknown.example` is not known");
        receiver.stop(0);
        assertThat(failure(posts.post(url("127.0.0.1", "/204"), "key", BODY)))
                .hasMessage("the receiver cannot be reached");
    }

    @Test
    void manyReceiversThatHangKeepNobodyWaiting() throws Exception {
        SignedPosts posts = posts(true, host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        List<CompletableFuture<@Nullable Void>> hanging = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            hanging.add(posts.post(url("h" + number + ".example", "/hang"), "key", BODY));
        }
        for (int number = 0; number < 20; number++) {
            assertThat(failure(posts.post(url("quick.example", "/204"), "key", BODY)))
                    .isNull();
        }
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        assertThat(failure(hanging.get(0))).hasMessage("the receiver did not answer within 8 s");
    }

    @Test
    void aClosedOneTakesNothing() {
        SignedPosts posts = posts(true, InetAddress::getAllByName);
        posts.close();
        assertThatThrownBy(
                        () -> posts.post(url("127.0.0.1", "/204"), "key", BODY).get(30, TimeUnit.SECONDS))
                .isInstanceOf(Exception.class);
    }
}
