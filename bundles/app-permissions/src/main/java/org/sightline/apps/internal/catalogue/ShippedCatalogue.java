package org.sightline.apps.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.apps.internal.catalogue.Table.Line;
import org.sightline.apps.model.Permission;

/** The permissions that come with the server, from the files in this bundle. */
final class ShippedCatalogue {

    private static final String VERB = "verb";
    private static final String RESOURCE = "resource";

    private ShippedCatalogue() {}

    /** Returns them in the order of the file. */
    static List<Permission> read() {
        Wording wording = new Wording(
                table("verbs.tsv", Wording.COLUMNS),
                table("resources.tsv", Wording.COLUMNS),
                table("categories.tsv", Wording.CATEGORY_COLUMNS));
        List<String> columns = new ArrayList<>(PermissionLine.COLUMNS);
        columns.addAll(List.of(VERB, RESOURCE));
        return table("permissions.tsv", columns).lines().stream()
                .map(line -> permission(line, wording))
                .toList();
    }

    private static Permission permission(Line line, Wording wording) {
        String resource = line.text(RESOURCE);
        List<String> path = resource.equals(PermissionLine.NONE) ? List.of() : Arrays.asList(resource.split(" "));
        Map<Locale, String> texts = wording.texts(line, line.text(VERB), path, line.text("category"));
        return PermissionLine.read(line, texts);
    }

    private static Table table(String name, List<String> columns) {
        try (InputStream content = ShippedCatalogue.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the bundle lacks its file `" + name + "`");
            }
            Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8);
            return Table.read(name, reader, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
