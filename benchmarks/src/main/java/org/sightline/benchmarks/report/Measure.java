package org.sightline.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param what    what was measured, and of whom
 * @param members of an organisation of this size
 * @param shape   of this sort
 * @param value   the number; null when there is none, and the note says why
 * @param unit    its unit
 * @param worst   the worst of all rounds; null when that was not looked at
 * @param note    what has to be known beside; empty for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
        String what,
        int members,
        String shape,
        @Nullable Double value,
        String unit,
        @Nullable Double worst,
        String note) {}
