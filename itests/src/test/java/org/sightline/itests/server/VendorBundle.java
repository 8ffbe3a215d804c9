package org.sightline.itests.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A vendor's bundle, compiled and packed by the test: one class {@code vendor.Plugin} that is a service.
 *
 * @param name    the bundle's symbolic name
 * @param version its version
 * @param door    the interface it implements, such as {@code MainRule}
 * @param ranking its service ranking
 * @param body    what stands between the braces of the class
 */
public record VendorBundle(String name, String version, String door, int ranking, String body) {

    private static final String SOURCE = """
            package vendor;
            import java.util.*;
            import org.sightline.directory.model.*;
            import org.sightline.spi.*;
            import org.sightline.visibility.model.*;
            public final class Plugin implements %s {
            %s
            }
            """;
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
              <implementation class="vendor.Plugin"/>
              <service><provide interface="org.sightline.spi.%s"/></service>
              <property name="service.ranking" type="Integer" value="%d"/>
            </scr:component>
            """;

    /** Returns a main rule that computes its sight by these statements. */
    public static VendorBundle mainRule(String type, String version, String sight) {
        return new VendorBundle("vendor." + type, version, "MainRule", 0, """
                public String type() { return "%s"; }
                public Map<Locale, String> labels() { return Map.of(Locale.ENGLISH, "%s"); }
                public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) { %s }
                """.formatted(type, type, sight));
    }

    /** Returns the same bundle under another name and service ranking. */
    public VendorBundle named(String otherName, int otherRanking) {
        return new VendorBundle(otherName, version, door, otherRanking, body);
    }

    /** Drops the bundle into a running server, in place of what lay there under the same name. */
    public Path dropInto(ServerUnderTest server) throws IOException {
        Path work = Files.createTempDirectory(server.data(), "vendor");
        Path jar = work.resolve("plugin.jar");
        pack(compile(work), jar);
        Path deployed = server.deployFolder().resolve(name + ".jar");
        Files.move(jar, deployed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return deployed;
    }

    private Path compile(Path work) throws IOException {
        Path source = Files.writeString(work.resolve("Plugin.java"), SOURCE.formatted(door, body));
        Path classes = Files.createDirectory(work.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString(),
                source.toString());
        if (status != 0) {
            throw new AssertionError("the vendor's class does not compile: " + source);
        }
        return classes;
    }

    private void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", version);
        headers.putValue(
                "Import-Package",
                String.join(
                        ",",
                        List.of(
                                "org.sightline.spi;version=\"[1.0,2)\"",
                                "org.sightline.directory.model;version=\"[1.0,2)\"",
                                "org.sightline.visibility.model;version=\"[1.0,2)\"")));
        headers.putValue("Service-Component", "OSGI-INF/plugin.xml");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each : (Iterable<Path>) compiled.filter(Files::isRegularFile)::iterator) {
                entry(out, classes.relativize(each).toString(), Files.readAllBytes(each));
            }
            String component = COMPONENT.formatted(name, door, ranking);
            entry(out, "OSGI-INF/plugin.xml", component.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void entry(JarOutputStream out, String path, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        out.write(content);
        out.closeEntry();
    }
}
