package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

class SettingsFileTest {

    private static final ObjectClassDefinition SETTINGS = settings(Map.of(
            "limit", AttributeDefinition.INTEGER,
            "bytes", AttributeDefinition.LONG,
            "on", AttributeDefinition.BOOLEAN,
            ".password", AttributeDefinition.PASSWORD,
            "url", AttributeDefinition.STRING));

    private static List<String> faults(String key, String value) {
        SettingsFile file = SettingsFile.of(
                "org.sightline.x",
                FrameworkUtil.asDictionary(Map.of(
                        key, value, "service.pid", "org.sightline.x", "felix.fileinstall.filename", "file:/etc/x")));
        assertThat(file.strangers(SETTINGS)).isEmpty();
        return file.faults(SETTINGS);
    }

    @Test
    void takesWhatFits() {
        assertThat(faults("limit", " -12 ")).isEmpty();
        assertThat(faults("bytes", "99999999999")).isEmpty();
        assertThat(faults("on", "TRUE")).isEmpty();
        assertThat(faults("url", "anything at all")).isEmpty();
    }

    @Test
    void namesFileKeyAndWhatIsExpected() {
        assertThat(faults("limit", "many"))
                .singleElement()
                .asString()
                .startsWith("etc/org.sightline.x.cfg: `limit` is `many`, which is not a whole number");
        assertThat(faults("limit", "99999999999")).hasSize(1);
        assertThat(faults("on", "yes")).singleElement().asString().contains("not `true` or `false`");
    }

    @Test
    void asksTheDescriptionAboutLimitsAndHidesSecrets() {
        assertThat(faults(".password", "refused"))
                .singleElement()
                .asString()
                .contains("`.password` is a secret")
                .doesNotContain("refused");
    }

    @Test
    void namesWhatNobodyReads() {
        SettingsFile file = new SettingsFile("org.sightline.x", Map.of("limt", "1", "limit", "1"));

        assertThat(file.strangers(SETTINGS))
                .containsExactly("etc/org.sightline.x.cfg: nothing reads `limt`; is it spelled wrongly?");
    }

    @Test
    void ofADamagedFileItSaysThatAndNotEachWord() {
        assertThat(new SettingsFile("org.sightline.x", Map.of()).strangers(SETTINGS))
                .singleElement()
                .asString()
                .startsWith("etc/org.sightline.x.cfg holds none of its settings");

        Map<String, String> junk = IntStream.range(0, 1000)
                .boxed()
                .collect(Collectors.toMap(n -> "\u0001`" + n + "x".repeat(1000), n -> "junk"));
        String said = String.join("; ", new SettingsFile("org.sightline.x", junk).strangers(SETTINGS));
        assertThat(said).contains("holds none of its settings", "nothing reads `?", "nor 997 more");
        assertThat(said).hasSizeLessThan(600).doesNotContain("\u0001");
    }

    @Test
    void looksAtPorts() {
        assertThat(new SettingsFile("http", Map.of("port", "8181")).faultOfPort("port"))
                .isEmpty();
        assertThat(new SettingsFile("http", Map.of()).faultOfPort("port")).isEmpty();
        assertThat(new SettingsFile("http", Map.of("port", "eighty")).faultOfPort("port"))
                .hasSize(1);
    }

    private static ObjectClassDefinition settings(Map<String, Integer> types) {
        AttributeDefinition[] attributes = types.entrySet().stream()
                .map(type -> attribute(type.getKey(), type.getValue()))
                .toArray(AttributeDefinition[]::new);
        return (ObjectClassDefinition) java.lang.reflect.Proxy.newProxyInstance(
                SettingsFileTest.class.getClassLoader(),
                new Class<?>[] {ObjectClassDefinition.class},
                (proxy, method, arguments) -> Arrays.copyOf(attributes, attributes.length));
    }

    /** Refuses the value `refused`, as one with a limit refuses what lies beyond. */
    private static AttributeDefinition attribute(String id, int type) {
        return (AttributeDefinition) java.lang.reflect.Proxy.newProxyInstance(
                SettingsFileTest.class.getClassLoader(),
                new Class<?>[] {AttributeDefinition.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getID" -> id;
                    case "getType" -> type;
                    case "validate" -> "refused".equals(arguments[0]) ? "too large" : "";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
