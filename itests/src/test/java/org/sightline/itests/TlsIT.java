package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.server.Certificate;
import org.sightline.itests.server.Ports;
import org.sightline.itests.server.ServerUnderTest;

/** TLS by configuration, as docs/security.md describes it. */
class TlsIT {

    @TempDir
    Path folder;

    @Test
    void theServerSpeaksNothingButTls() throws Exception {
        Certificate certificate = Certificate.in(folder);
        int port = Ports.free();
        URI ready = URI.create("https://localhost:" + port + "/health/ready");
        try (ServerUnderTest server = new ServerUnderTest("tls")
                .with("SIGHTLINE_HTTP_ENABLED", "false")
                .with("SIGHTLINE_HTTPS_ENABLED", "true")
                .with("SIGHTLINE_HTTPS_PORT", Integer.toString(port))
                .with("SIGHTLINE_HTTPS_KEYSTORE", certificate.keyStore().toString())
                .with("SIGHTLINE_HTTPS_KEYSTORE_PASSWORD", Certificate.PASSWORD)) {
            server.launch();
            HttpClient client = client(certificate, builder -> builder);
            Awaitility.await("ready over TLS")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> get(client, ready).statusCode() == 200);

            HttpResponse<String> answer = get(client, ready);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(get(client, URI.create("https://localhost:" + port + "/api/v1/me"))
                            .statusCode())
                    .isEqualTo(401);
            assertThatThrownBy(() -> get(outdated(certificate), ready)).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> get(client, URI.create("http://localhost:" + server.httpPort() + "/health/live")))
                    .isInstanceOf(ConnectException.class);
            assertThat(String.join("\n", server.log())).doesNotContain(Certificate.PASSWORD);
        }
    }

    private static HttpClient outdated(Certificate certificate) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.1"});
        return client(certificate, builder -> builder.sslParameters(parameters));
    }

    private static HttpClient client(Certificate certificate, UnaryOperator<HttpClient.Builder> more) {
        return more.apply(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(certificate.trusting())
                        .connectTimeout(Duration.ofSeconds(5)))
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
