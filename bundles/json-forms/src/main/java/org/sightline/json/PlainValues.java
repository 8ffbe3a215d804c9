package org.sightline.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.FieldType;

/** Free JSON values in the model's terms: text, {@code Boolean}, {@code BigDecimal}, lists and maps of these. */
final class PlainValues {

    /** How many digits a number may have when it is written out. */
    static final int MAX_DIGITS = 100;

    private PlainValues() {}

    /** Returns a free object in the model's terms; values that cannot be kept are faults. */
    static Map<String, Object> object(Faults faults, Map<String, @Nullable Object> given) {
        Map<String, Object> kept = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (WholeText.isWhole(name)) {
                kept.put(name, value(faults, name, value));
            } else {
                faults.invalid(name, "the name " + WholeText.HALF);
            }
        });
        return kept;
    }

    /** Returns a number in plain notation; empty text and a fault when it would be too long. */
    static String numberText(Faults faults, String name, Number number) {
        return decimal(faults, name, number).toPlainString();
    }

    /** Returns a custom field's text the way JSON shows it: numbers as numbers. */
    static Object shown(String text, @Nullable FieldType type) {
        if (type != FieldType.NUMBER) {
            return text;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object value(Faults faults, String name, @Nullable Object given) {
        if (given instanceof Boolean) {
            return given;
        }
        if (given instanceof String text) {
            if (!WholeText.isWhole(text)) {
                faults.invalid(name, WholeText.HALF);
            }
            return text;
        }
        if (given instanceof Number number) {
            return decimal(faults, name, number);
        }
        if (given instanceof List<?> list) {
            return list(faults.below(name), list);
        }
        if (given instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            return object(faults.below(name), named);
        }
        faults.invalid(name, "must not be null; leave it out instead");
        return "";
    }

    private static List<Object> list(Faults faults, List<?> given) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            kept.add(value(faults, Integer.toString(i), given.get(i)));
        }
        return kept;
    }

    // INVARIANT: the scale is never negative, so that a number equals itself after a way through text.
    private static BigDecimal decimal(Faults faults, String name, Number number) {
        BigDecimal exact = exact(number);
        long digits = (long) exact.precision() + Math.abs((long) exact.scale());
        if (digits > MAX_DIGITS) {
            faults.invalid(name, "must have at most " + MAX_DIGITS + " digits when it is written out");
            return BigDecimal.ZERO;
        }
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return new BigDecimal(number.toString());
    }
}
