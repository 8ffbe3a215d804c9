package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What the HTTP parser refuses before there is a request: no HTML, no version, and the server lives on. */
@ExtendWith(SharedServer.class)
class RawSocketIT {

    private final ServerUnderTest server;

    RawSocketIT(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%ZZ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/%2e%2e/%2e%2e/etc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: x\r\n : empty\r\n\r\n",
                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
                "TRACE /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Secret: s3cret\r\nConnection: close\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET http://elsewhere.example.org/api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET //example.org/%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            })
    void saysLittleAboutWhatItCannotRead(String request) throws IOException {
        String answer = exchange(request);
        revealsNothing(answer);
        assertThat(answer)
                .doesNotContain("HTTP/1.1 200")
                .doesNotContain("HTTP/1.1 500")
                .doesNotContain("HTTP/1.1 503")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 1_000_000})
    void refusesLargeHeaders(int size) throws IOException {
        revealsNothing(exchange("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(size) + "\r\n\r\n"));
        revealsNothing(exchange("GET /" + "x".repeat(size) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        revealsNothing(exchange("GET /api/v1/me HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(size / 6) + "\r\n"));
    }

    private void revealsNothing(String answer) {
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("<html")
                .doesNotContain("<h1")
                .doesNotContain("jetty")
                .doesNotContain("jersey")
                .doesNotContain("exception")
                .doesNotContain("\nserver:");
        assertThat(server.isRunning()).isTrue();
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort())) {
            socket.setSoTimeout(15_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException closed) {
                // The server hung up before it had read everything; a fine answer to nonsense.
                return "";
            }
        }
    }
}
