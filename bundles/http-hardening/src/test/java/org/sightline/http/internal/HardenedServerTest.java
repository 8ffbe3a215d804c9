package org.sightline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardenedServerTest {

    private final Server server = new Server();
    private final RunningRequests requests = new RunningRequests();
    private final LocalConnector client = new LocalConnector(server);

    @BeforeEach
    void startTheWayFelixDoes() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.addServlet(new ServletHolder(new FailingServlet()), "/*");
        server.setHandler(context);
        server.addConnector(client);
        server.start();
        var added = new HardenedServer(requests).createConnector(server);
        server.addConnector(added);
        added.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1|400|malformed_request",
                "GET /a%00b HTTP/1.1~Host: x|400|malformed_request",
                "GET /../../etc/passwd HTTP/1.1~Host: x|400|malformed_request",
                "GET /%zz HTTP/1.1~Host: x|400|malformed_request",
                "GET / HTTP/9.9~Host: x|505|http_version",
                "not http at all|400|malformed_request",
                "GET / HTTP/1.1~Host: x~A: b~ folded|400|malformed_request",
                "POST / HTTP/1.1~Host: x~Content-Length: abc|400|malformed_request",
                "TRACE / HTTP/1.1~Host: x|405|method_not_allowed",
                "OPTIONS * HTTP/1.1~Host: x|400|malformed_request",
                "GET /404 HTTP/1.1~Host: x|503|unavailable",
                "GET /418 HTTP/1.1~Host: x|418|refused",
                "GET /throw HTTP/1.1~Host: x|500|internal",
            })
    void answersInTheFormOfTheRestInterface(String request, int status, String code) throws Exception {
        String answer = client.getResponse(request.replace("~", "\r\n") + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json")
                .contains("Cache-Control: no-store")
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("<html", "jetty", "server:", "secret");
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        String answer = client.getResponse("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("\"code\":\"headers_too_large\"");
    }

    @Test
    void givesAnIncidentIdForAFailureInside() throws Exception {
        String answer = client.getResponse("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).containsPattern("\"incident_id\":\"[0-9a-f-]{36}\"");
    }

    @Test
    void leavesTheBodyOutForHead() throws Exception {
        String answer = client.getResponse("HEAD /404 HTTP/1.1\r\nHost: x\r\n\r\n", true, 5, TimeUnit.SECONDS);

        assertThat(answer).startsWith("HTTP/1.1 503 ").doesNotContain("{");
    }

    @Test
    void namesTheRealPortAndOpensNone() throws Exception {
        Server other = new Server();
        ServerConnector real = new ServerConnector(other);
        real.setHost("127.0.0.1");
        real.setPort(8181);
        other.addConnector(real);

        var silent = (ServerConnector) new HardenedServer(requests).createConnector(other);
        silent.start();

        assertThat(URI.create("http://" + silent.getHost() + ":" + silent.getPort()))
                .isEqualTo(URI.create("http://127.0.0.1:8181"));
        assertThat(silent.isOpen()).isFalse();
        silent.stop();
    }

    @Test
    void refusesWhatComesOnceItIsToStop() throws Exception {
        client.getResponse("GET /418 HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(requests.drain(Duration.ofSeconds(5)))
                .as("requests still at work")
                .isZero();

        assertThat(client.getResponse("GET /418 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: ")
                .contains("Connection: close")
                .contains("\"code\":\"unavailable\"");
    }

    /** Closed on an unread body the connection is reset, and who sends it may never see the refusal. */
    @Test
    void hearsOutWhomItRefuses() throws Exception {
        requests.drain(Duration.ZERO);
        LocalConnector.LocalEndPoint sender =
                client.executeRequest("POST /418 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");

        assertThat(sender.getResponse(false, 200, TimeUnit.MILLISECONDS))
                .as("answer before the body is through")
                .isNull();
        sender.addInput("hello");

        assertThat(sender.getResponse(false, 5, TimeUnit.SECONDS)).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void refusesWhoAsksFirstWithoutWaitingForTheBody() throws Exception {
        requests.drain(Duration.ZERO);

        assertThat(client.getResponse(
                        "POST /418 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ");
    }
}
