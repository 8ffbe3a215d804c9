package org.sightline.materials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {

    private static final Coordinates PRODUCT = new Coordinates("org.example", "product", "1.0");

    @TempDir
    Path assembly;

    private void jar(String place, Map<String, String> headers, String pomProperties) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path file = assembly.resolve(place);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (!pomProperties.isEmpty()) {
                jar.putNextEntry(new ZipEntry("META-INF/maven/g/a/pom.properties"));
                jar.write(pomProperties.getBytes(UTF_8));
            }
        }
    }

    @Test
    void jarsAreKnownByTheirPlaceTheirContentOrTheirName() throws IOException {
        jar("system/org/example/thing/1.2/thing-1.2.jar", Map.of("Bundle-License", "Apache-2.0"), "");
        jar("lib/boot/engine-3.jar", Map.of(), "groupId=org.other\nartifactId=engine\nversion=3.0");
        jar("lib/nameless-4.5.jar", Map.of(), "");
        assertThat(BillOfMaterials.of(PRODUCT, assembly).getComponents())
                .extracting(Component::getPurl)
                .containsExactly(
                        "pkg:generic/nameless@4.5",
                        "pkg:maven/org.example/thing@1.2",
                        "pkg:maven/org.other/engine@3.0");
    }

    @Test
    void whatAJarHoldsIsListedToo() throws IOException {
        jar("system/org/example/thing/1.2/thing-1.2.jar", Map.of("Embedded-Artifacts", "a.b:c:1, d.e:f:2"), "");
        assertThat(BillOfMaterials.of(PRODUCT, assembly).getComponents())
                .extracting(Component::getName)
                .containsExactly("c", "f", "thing");
    }

    @Test
    void theListIsValidAndTheSameEachTime() throws Exception {
        jar("system/org/example/thing/1.2/thing-1.2.jar", Map.of("Bundle-License", "Apache-2.0"), "");
        Path one = assembly.resolve("one.json");
        Path two = assembly.resolve("two.json");
        BillOfMaterials.main(new String[] {"org.example:product:1.0", assembly.toString(), one.toString()});
        BillOfMaterials.main(new String[] {"org.example:product:1.0", assembly.toString(), two.toString()});
        assertThat(one).hasSameTextualContentAs(two);
        assertThat(new JsonParser().validate(one.toFile(), Version.VERSION_16)).isEmpty();
        Bom read = new JsonParser().parse(one.toFile());
        assertThat(read.getComponents().get(0).getHashes()).hasSize(1);
        assertThat(read.getComponents()
                        .get(0)
                        .getLicenses()
                        .getLicenses()
                        .get(0)
                        .getName())
                .isEqualTo("Apache-2.0");
    }
}
