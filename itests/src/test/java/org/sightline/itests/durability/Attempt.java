package org.sightline.itests.durability;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.sightline.itests.http.Answer;

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
}
