package org.sightline.contacts.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;

/** Searches that have no index to go by take turns. */
class TenantSearchTest {

    @Test
    void whoseTurnDoesNotComeIsToldToTryAgain() {
        TenantSearch search = new TenantSearch(Runnable::run, 0, Duration.ZERO);

        String other = search.inTurn(
                () -> CompletableFuture.supplyAsync(() -> codeOf(search)).join());

        assertThat(other).isEqualTo(Codes.UNAVAILABLE);
        assertThat(search.inTurn(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void aSearchThatFailsGivesItsTurnBack() {
        TenantSearch search = new TenantSearch(Runnable::run, 0, Duration.ZERO);
        assertThatThrownBy(() -> search.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(CompletableFuture.supplyAsync(() -> search.inTurn(() -> "next"))
                        .join())
                .isEqualTo("next");
    }

    private static String codeOf(TenantSearch search) {
        try {
            return search.inTurn(() -> "its turn came");
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }
}
