package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.itests.server.Assembly;
import org.sightline.itests.server.ServerUnderTest;

/** What a stranger finds after the first start, and what the server leaves behind. */
class FirstStartIT {

    @Test
    void startsCleanlyKeepsToItsFolderAndStartsAgain() throws Exception {
        Map<String, String> program = Assembly.listing();
        try (ServerUnderTest server = new ServerUnderTest("first-start").start()) {
            assertThat(server.operatorToken()).hasSizeGreaterThanOrEqualTo(32);
            onlyTheOwnerReads(server, "operator.token");
            onlyTheOwnerReads(server, "console.password");
            assertThat(server.log())
                    .as("a clean boot moves no bundle that already runs, and has nothing to complain about")
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("Refreshing bundles") || line.contains("Stopping bundles"))
                    .noneMatch(line -> line.contains(" ERROR ") || line.contains("| ERROR |"));

            String token = server.operatorToken();
            String password = server.consolePassword();
            server.stop();
            server.start();
            assertThat(server.operatorToken()).isEqualTo(token);
            assertThat(server.consolePassword()).isEqualTo(password);
            assertThat(status(server, token)).isEqualTo(200);

            assertThat(Assembly.listing())
                    .as("the program folder after two starts")
                    .isEqualTo(program);
            try (var files = Files.walk(server.userHome())) {
                assertThat(files).as("what lies in the user's home").containsExactly(server.userHome());
            }
        }
    }

    private static void onlyTheOwnerReads(ServerUnderTest server, String file) throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(server.data().resolve(file))))
                .as("mode of %s", file)
                .isEqualTo("rw-------");
    }

    private static int status(ServerUnderTest server, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        return server.http()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
