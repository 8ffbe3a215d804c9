package org.sightline.shell.internal.text;

import java.util.List;

/**
 * How fast the running server answers.
 *
 * @param tenantKey  about which tenant
 * @param revision   at which revision
 * @param members    how many members it has
 * @param seconds    how long each row was measured
 * @param processors how many processors Java sees
 * @param java       which Java
 * @param rows       what was measured
 */
public record BenchmarkJson(
        String tenantKey, long revision, int members, int seconds, int processors, String java, List<RowJson> rows) {

    /**
     * One number.
     *
     * @param what  of what
     * @param value the number
     * @param unit  its unit
     */
    public record RowJson(String what, double value, String unit) {}
}
