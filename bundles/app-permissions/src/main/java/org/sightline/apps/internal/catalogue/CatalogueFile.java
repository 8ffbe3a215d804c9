package org.sightline.apps.internal.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.apps.internal.catalogue.Table.Line;
import org.sightline.apps.model.Permission;

/** The operator's own file of permissions, with whole texts in place of verbs and resources. */
final class CatalogueFile {

    private CatalogueFile() {}

    /**
     * Returns its permissions in the order of the file.
     *
     * @throws IllegalArgumentException when it is not such a file, naming the line
     */
    static List<Permission> read(Path file) {
        List<String> columns = new ArrayList<>(PermissionLine.COLUMNS);
        Wording.LANGUAGES.forEach(language -> columns.add(language.getLanguage()));
        try (Reader content = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return Table.read(file.toString(), content, columns).lines().stream()
                    .map(line -> PermissionLine.read(line, texts(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of permissions `" + file + "` cannot be read", e);
        }
    }

    private static Map<Locale, String> texts(Line line) {
        Map<Locale, String> texts = new HashMap<>();
        Wording.LANGUAGES.forEach(language -> texts.put(language, line.text(language.getLanguage())));
        return texts;
    }
}
