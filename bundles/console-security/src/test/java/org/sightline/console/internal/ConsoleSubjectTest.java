package org.sightline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.concurrent.FutureTask;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;
import org.sightline.console.ConsoleSubject;

class ConsoleSubjectTest {

    private final Subject operator = new Subject();

    @Test
    void holdsForTheActionOnly() {
        Subject inside =
                ConsoleSubject.doAs(operator, (PrivilegedAction<Subject>) () -> ConsoleSubject.getSubject(null));

        assertThat(inside).isSameAs(operator);
        assertThat(ConsoleSubject.getSubject(null)).isNull();
    }

    @Test
    void goesOnInThreadsThatTheActionStarts() throws Exception {
        FutureTask<Subject> later = new FutureTask<>(() -> ConsoleSubject.getSubject(null));

        Thread started = ConsoleSubject.doAs(operator, (PrivilegedAction<Thread>) () -> new Thread(later));
        started.start();

        assertThat(later.get()).isSameAs(operator);
    }

    @Test
    void wrapsWhatTheActionThrows() {
        assertThatThrownBy(() -> ConsoleSubject.doAs(operator, (PrivilegedExceptionAction<Void>) () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(PrivilegedActionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(ConsoleSubject.getSubject(null)).isNull();
    }
}
