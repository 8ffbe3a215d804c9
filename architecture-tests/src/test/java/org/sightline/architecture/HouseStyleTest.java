package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What holds for every class and package, whatever the room. */
class HouseStyleTest {

    /** Endings that say nothing about what a class is. */
    private static final List<String> EMPTY_WORDS = List.of("Util", "Utils", "Helper", "Manager", "Impl", "Common");

    /** The classes whose subject is the framework itself. */
    private static final Set<String> FRAMEWORK_CLASSES = Set.of(
            // Karaf's console asks for its password service before Declarative Services runs.
            "org.sightline.console.internal.EarlyRegistration",
            // Holds up the framework's stop until running requests are answered.
            "org.sightline.http.internal.OrderlyStop",
            // Holds the settings of all bundles against what they say they take.
            "org.sightline.rest.internal.health.SettingsCheck",
            // Tells the operator which bundles there are and why some do not run.
            "org.sightline.shell.internal.ServerBundles",
            "org.sightline.shell.internal.ServerFeatures",
            // Tells which bundles and components lack what.
            "org.sightline.rest.internal.health.ComponentsCheck",
            // Tells which bundle a policy comes from.
            "org.sightline.rest.internal.operator.ServiceBundles",
            // Tells which resources are registered but not reachable.
            "org.sightline.rest.internal.health.ResourcesCheck",
            // Waits for the driver that the URL asks for, and offers the database once it is open.
            "org.sightline.storage.internal.DatabaseOpening",
            // Says which bundle a main rule comes from.
            "org.sightline.visibility.internal.mainrule.RegisteredMainRules");

    static Stream<Room> rooms() {
        return House.rooms().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void namesSayWhatAThingIs(Room room) {
        assertThat(House.classesOf(room)).extracting(JavaClass::getSimpleName).noneMatch(name -> EMPTY_WORDS.stream()
                .anyMatch(name::endsWith));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyPackageIsExportedAndVersionedOrInternal(Room room) {
        Set<JavaPackage> packages =
                House.classesOf(room).stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty().allSatisfy(each -> {
            assertThat(each.tryGetPackageInfo())
                    .as("package-info of %s", each.getName())
                    .isPresent();
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", each.getName())
                    .isTrue();
            if (room.kind() != Room.Kind.TEST) {
                boolean internal = Arrays.asList(each.getName().split("\\.")).contains("internal");
                assertThat(each.isAnnotatedWith(Export.class) && each.isAnnotatedWith(Version.class))
                        .as(
                                "%s is exported and versioned, or has `internal` in its name; one of the two",
                                each.getName())
                        .isNotEqualTo(internal);
                assertThat(internal || room.mayExport())
                        .as("%s does not export", room.folder())
                        .isTrue();
            }
        });
    }

    @Test
    void onlyFrameworkClassesTouchTheFramework() {
        assertThat(House.rooms().stream()
                        .flatMap(room -> House.classesOf(room).stream())
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .equals("org.osgi.framework")))
                        .map(type -> type.getFullName().replaceFirst("\\$.*", ""))
                        .distinct())
                .as("classes that use org.osgi.framework; one whose subject is the framework goes into the list above")
                .isSubsetOf(FRAMEWORK_CLASSES);
    }
}
