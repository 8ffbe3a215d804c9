package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bundles say about themselves to the framework. */
class ManifestTest {

    static Stream<Room> rooms() {
        return House.rooms().stream().filter(room -> room.kind() != Room.Kind.TEST);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void theNameFollowsTheFolder(Room room) {
        assertThat(headers(room).getValue("Bundle-SymbolicName")).isEqualTo("org.sightline." + room.folder());
        assertThat(headers(room).getValue("Bundle-Version")).startsWith("1.");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void onlyTheGroundExportsAndEveryExportHasAVersion(Room room) {
        List<String> ours = clauses(headers(room).getValue("Export-Package"))
                .filter(clause -> clause.startsWith("org.sightline."))
                .toList();
        assertThat(ours)
                .allSatisfy(clause ->
                        assertThat(clause).containsPattern("version=\"?1\\.").doesNotContain("internal"));
        assertThat(ours.isEmpty()).as("%s exports nothing", room.folder()).isNotEqualTo(room.mayExport());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsOfTheHouseAreVersionedRanges(Room room) {
        assertThat(clauses(headers(room).getValue("Import-Package"))
                        .filter(clause -> clause.startsWith("org.sightline.")))
                .allSatisfy(clause -> assertThat(clause).contains("version=\"["));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void nothingIsImportedByChance(Room room) {
        assertThat(headers(room).getValue("DynamicImport-Package")).isNull();
        assertThat(headers(room).getValue("Require-Bundle")).isNull();
    }

    private static Attributes headers(Room room) {
        return House.manifestOf(room).getMainAttributes();
    }

    /** Splits a header at the commas that are not in quotes. */
    private static Stream<String> clauses(String header) {
        return header == null ? Stream.empty() : Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
