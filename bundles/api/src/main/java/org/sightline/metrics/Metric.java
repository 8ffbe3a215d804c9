package org.sightline.metrics;

import java.util.List;
import java.util.Map;

/**
 * What one figure of the server is at one moment (docs/operations.md, "Metrics").
 *
 * @param name    lower case with underscores, starts with {@code sightline_}; a counter's ends with {@code _total}
 * @param help    what it counts, in a sentence, with its unit when that is not in the name
 * @param kind    whether it only grows
 * @param samples one for each combination of labels
 */
public record Metric(String name, String help, Kind kind, List<Sample> samples) {

    /** Whether a figure only grows. */
    public enum Kind {
        /** Goes up and down. */
        GAUGE,
        /** Grows until the server stops. */
        COUNTER
    }

    /**
     * One value.
     *
     * @param labels what tells it apart from the other values of the metric; empty when there is one value only
     * @param value  the value
     */
    public record Sample(Map<String, String> labels, double value) {

        /** Copies the labels. */
        public Sample {
            labels = Map.copyOf(labels);
        }

        /** A count, which is exact up to 2^53. */
        public Sample(Map<String, String> labels, long value) {
            this(labels, (double) value);
        }
    }

    /** Copies the samples. */
    public Metric {
        samples = List.copyOf(samples);
    }

    /** A figure that goes up and down and has one value, a whole number. */
    public static Metric gauge(String name, String help, long value) {
        return new Metric(name, help, Kind.GAUGE, List.of(new Sample(Map.of(), value)));
    }

    /** A figure that only grows and has one value, a whole number. */
    public static Metric counter(String name, String help, long value) {
        return new Metric(name, help, Kind.COUNTER, List.of(new Sample(Map.of(), value)));
    }
}
