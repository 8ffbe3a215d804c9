package org.sightline.rest.internal.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * A file in {@code etc/}, held against the settings that a bundle takes.
 *
 * @param pid    whose file it is
 * @param values what is in it, by key
 */
record SettingsFile(String pid, Map<String, String> values) {

    private static final List<String> OF_THE_FRAMEWORK = List.of("service.", "felix.fileinstall.", "component.");

    private static final int MOST_STRANGERS = 3;
    private static final int MOST_SHOWN = 40;

    /** Reads what the configuration service has. */
    static SettingsFile of(String pid, Dictionary<String, Object> properties) {
        Map<String, String> values = new LinkedHashMap<>();
        Collections.list(properties.keys()).stream()
                .filter(key -> OF_THE_FRAMEWORK.stream().noneMatch(key::startsWith))
                .sorted()
                .forEach(key -> values.put(key, String.valueOf(properties.get(key))));
        return new SettingsFile(pid, values);
    }

    /** Returns what is wrong, each with file and key; a value is shown unless it is secret. */
    List<String> faults(ObjectClassDefinition settings) {
        List<String> faults = new ArrayList<>();
        for (AttributeDefinition setting : settings.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            @Nullable String value = values.get(setting.getID());
            if (value != null) {
                addFault(setting, value.strip(), faults);
            }
        }
        return faults;
    }

    /** Returns the keys that the bundle does not know. */
    List<String> strangers(ObjectClassDefinition settings) {
        TreeSet<String> strangers = new TreeSet<>(values.keySet());
        for (AttributeDefinition setting : settings.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            strangers.remove(setting.getID());
        }
        List<String> warnings = new ArrayList<>();
        if (strangers.size() == values.size()) {
            warnings.add(name() + " holds none of its settings, so defaults are in force: is it damaged?");
        }
        strangers.stream()
                .limit(MOST_STRANGERS)
                .map(key -> name() + ": nothing reads `" + shown(key) + "`; is it spelled wrongly?")
                .forEach(warnings::add);
        if (strangers.size() > MOST_STRANGERS) {
            warnings.add(name() + ": nor " + (strangers.size() - MOST_STRANGERS) + " more");
        }
        return warnings;
    }

    /** Returns the fault of a key that must hold a port; none when it is not set. */
    List<String> faultOfPort(String key) {
        @Nullable String value = values.get(key);
        return value == null || value.strip().matches("[0-9]{1,5}")
                ? List.of()
                : List.of(fault(key, "`" + shown(value) + "`", "a port number"));
    }

    private void addFault(AttributeDefinition setting, String value, List<String> faults) {
        String expected = expected(setting.getType());
        boolean wrong = !isOf(setting.getType(), value);
        @Nullable String refusal = wrong ? null : setting.validate(value);
        if (wrong || (refusal != null && !refusal.isEmpty())) {
            String shown = setting.getType() == AttributeDefinition.PASSWORD ? "a secret" : "`" + shown(value) + "`";
            faults.add(fault(setting.getID(), shown, wrong ? expected : expected + " within its limits"));
        }
    }

    /** What a damaged file holds may be long, and anything. */
    private static String shown(String text) {
        String printable = text.replaceAll("[^\\p{Graph} ]|`", "?");
        return printable.length() > MOST_SHOWN ? printable.substring(0, MOST_SHOWN) + "…" : printable;
    }

    private String fault(String key, String shown, String expected) {
        return name() + ": `" + key + "` is " + shown + ", which is not " + expected
                + "; mend it there or in the environment variable that it is taken from, and it is taken at once";
    }

    private String name() {
        return "etc/" + pid + ".cfg";
    }

    private static boolean isOf(int type, String value) {
        return switch (type) {
            case AttributeDefinition.INTEGER -> value.matches("[+-]?[0-9]{1,10}") && isInt(value);
            case AttributeDefinition.LONG -> value.matches("[+-]?[0-9]{1,18}");
            case AttributeDefinition.BOOLEAN -> List.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
            default -> true;
        };
    }

    private static boolean isInt(String value) {
        long number = Long.parseLong(value);
        return number == (int) number;
    }

    private static String expected(int type) {
        return switch (type) {
            case AttributeDefinition.INTEGER, AttributeDefinition.LONG -> "a whole number";
            case AttributeDefinition.BOOLEAN -> "`true` or `false`";
            default -> "one of the values that it may have";
        };
    }
}
