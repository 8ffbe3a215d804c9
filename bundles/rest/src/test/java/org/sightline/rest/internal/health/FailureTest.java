package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void saysWhatOurComponentsSay() {
        assertThat(Failure.words("""
                        org.osgi.service.component.ComponentException: x
                        \tat a.B.c(B.java:1)
                        Caused by: java.lang.IllegalArgumentException: the URL must begin with jdbc:
                        \tat d.E.f(E.java:2)
                        """)).isEqualTo(": the URL must begin with jdbc:");
    }

    @Test
    void leavesOthersToTheLog() {
        assertThat(Failure.words("Caused by: java.io.IOException: /home/somebody/secret is gone"))
                .isEqualTo(", see the log");
        assertThat(Failure.words(null)).isEqualTo(", see the log");
    }
}
