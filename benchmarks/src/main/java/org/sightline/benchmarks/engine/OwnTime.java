package org.sightline.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The processor time that the measuring thread itself has used, so that other work on the machine disturbs less, and how
 * much came out of it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class OwnTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How many nanoseconds were used. */
    public long nanos;

    /** How often the thing that is measured was done. */
    public long times;

    /** How many members came out of it. */
    public long members;

    private long start;

    void begin() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    void end(int done, int found) {
        nanos += THREADS.getCurrentThreadCpuTime() - start;
        times += done;
        members += found;
    }
}
