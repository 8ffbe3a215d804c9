package org.sightline.itests.durability;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** A request to a server that may be killed while it works. */
final class Attempt {

    private Attempt() {}

    /** Returns the answer with this status; empty when the server died, or says that its database is gone. */
    static Optional<Answer> of(int acknowledgement, Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            if (answer.status() == 503) {
                answer.expectProblem(503, "unavailable");
                return Optional.empty();
            }
            return Optional.of(answer.expect(acknowledgement));
        } catch (UncheckedIOException died) {
            return Optional.empty();
        }
    }

    /**
     * Looks what came of a change without an answer. The server is given another change first: once that is acknowledged
     * it knows how all earlier ones ended, which it does not while its database is away.
     *
     * @return whether it lived to the end of the look
     */
    static boolean toLook(Runnable look, Tenant... tenants) {
        try {
            for (Tenant tenant : tenants) {
                String city = Json.of("{'city':'%s'}", System.nanoTime());
                String path = tenant.path() + "/users/" + Tenant.PRIMARY;
                if (of(200, () -> tenant.primary().patch(path, city)).isEmpty()) {
                    return false;
                }
            }
            look.run();
            return true;
        } catch (UncheckedIOException died) {
            return false;
        }
    }
}
