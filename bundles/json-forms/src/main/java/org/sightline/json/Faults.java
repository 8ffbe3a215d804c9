package org.sightline.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/**
 * Collects everything that is wrong with a form while it is turned into the model, so that a caller learns all of it
 * at once. A reading method that finds a fault returns a stand-in; {@link #refuseIfAny} keeps stand-ins from getting
 * out. Not safe for several threads.
 */
public final class Faults {

    private final String base;
    private final List<Fault> found;

    private Faults(String base, List<Fault> found) {
        this.base = base;
        this.found = found;
    }

    /** Starts at the top of a form. */
    public static Faults none() {
        return at("");
    }

    /**
     * Starts inside a larger document.
     *
     * @param base JSON Pointer to the form; empty for the top
     */
    public static Faults at(String base) {
        return new Faults(base, new ArrayList<>());
    }

    /** Returns the same collection seen from one field further down. */
    public Faults below(String name) {
        return new Faults(pointer(name), found);
    }

    /** Returns the same collection seen from one list entry further down. */
    public Faults below(int index) {
        return new Faults(base + "/" + index, found);
    }

    /** Adds a fault of a field. */
    public void add(String name, String code, String detail) {
        found.add(new Fault(pointer(name), code, detail));
    }

    /** Adds a fault with the code {@code invalid} of a field. */
    public void invalid(String name, String detail) {
        add(name, Codes.INVALID, detail);
    }

    /** Adds that a field is missing. */
    public void missing(String name) {
        invalid(name, "`" + name + "` is missing");
    }

    /** Returns a text that must be there. */
    public String text(String name, @Nullable String value) {
        if (value == null) {
            missing(name);
            return "";
        }
        return value;
    }

    /** Returns a value; the stand-in when there is none, or none that {@code reader} takes, which is a fault. */
    public <T> T optional(String name, @Nullable String value, Function<String, T> reader, Supplier<T> standIn) {
        return value == null ? standIn.get() : read(name, value, reader, standIn);
    }

    /** Returns a value that must be there. */
    public <T> T required(String name, @Nullable String value, Function<String, T> reader, Supplier<T> standIn) {
        if (value == null) {
            missing(name);
            return standIn.get();
        }
        return read(name, value, reader, standIn);
    }

    /** Returns the values of a list without repeats; empty when there is none. */
    public <T> List<T> list(String name, @Nullable List<@Nullable String> values, Function<String, T> reader) {
        if (values == null) {
            return List.of();
        }
        Faults entries = below(name);
        Set<T> read = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null) {
                entries.invalid(Integer.toString(i), "must be a text");
                continue;
            }
            addEntry(entries, Integer.toString(i), value, reader, read);
        }
        return List.copyOf(read);
    }

    private static <T> void addEntry(
            Faults entries, String index, String value, Function<String, T> reader, Set<T> read) {
        try {
            if (!read.add(reader.apply(value))) {
                entries.invalid(index, "`" + value + "` stands in the list twice");
            }
        } catch (IllegalArgumentException e) {
            entries.invalid(index, sentence(e));
        }
    }

    /** Returns the constant a word stands for, the stand-in when there is none; another word is a fault. */
    public <E extends Enum<E>> E word(
            String name, @Nullable String value, Function<String, Optional<E>> ofKey, E standIn) {
        if (value == null) {
            return standIn;
        }
        return ofKey.apply(value).orElseGet(() -> {
            invalid(name, "must be one of " + words(standIn.getDeclaringClass()));
            return standIn;
        });
    }

    /** Returns the constant a word stands for; no word and another word are faults. */
    public <E extends Enum<E>> E requiredWord(
            String name, @Nullable String value, Function<String, Optional<E>> ofKey, E standIn) {
        if (value == null) {
            invalid(name, "`" + name + "` is missing; it is one of " + words(standIn.getDeclaringClass()));
        }
        return word(name, value, ofKey, standIn);
    }

    /**
     * Ends the reading.
     *
     * @throws org.sightline.problem.ProblemException with all faults, when there is any
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found).exception();
        }
    }

    private <T> T read(String name, String value, Function<String, T> reader, Supplier<T> standIn) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            invalid(name, sentence(e));
            return standIn.get();
        }
    }

    private String pointer(String name) {
        return base + "/" + escaped(name);
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> "`" + constant.name().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String sentence(IllegalArgumentException e) {
        String message = e.getMessage();
        return message == null ? "is not valid" : message;
    }

    /** Returns a name as a part of a JSON Pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
