package org.sightline.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The plain servlet as a bundle that is dropped into the running server, so that both share one HTTP server. */
final class FloorBundle {

    private static final String NAME = FloorServlet.class.getName();
    private static final String CLASS_FILE = NAME.replace('.', '/') + ".class";
    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
              <property name="osgi.http.whiteboard.servlet.pattern" value="%s/*"/>
              <service><provide interface="jakarta.servlet.Servlet"/></service>
              <implementation class="%s"/>
            </scr:component>
            """;

    private FloorBundle() {}

    /** Puts the bundle into a folder that the server watches. */
    static void dropInto(Path folder) throws IOException {
        // The server must not see a file that is half written.
        Path unfinished = Files.createTempFile(folder.toAbsolutePath().getParent(), "floor", ".new");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            write(out);
        }
        Files.move(unfinished, folder.resolve("benchmark-floor.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.sightline.benchmarks.floor");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "jakarta.servlet;version=\"[6,7)\",jakarta.servlet.http;version=\"[6,7)\"");
        main.putValue("Service-Component", "OSGI-INF/floor.xml");
        try (JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream code = FloorBundle.class.getResourceAsStream("/" + CLASS_FILE)) {
            if (code == null) {
                throw new IOException("the program does not hold " + CLASS_FILE);
            }
            jar.putNextEntry(new JarEntry("OSGI-INF/floor.xml"));
            jar.write(COMPONENT.formatted(NAME, FloorServlet.PATH, NAME).getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(CLASS_FILE));
            code.transferTo(jar);
        }
    }
}
