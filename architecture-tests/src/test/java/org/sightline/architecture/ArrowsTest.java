package org.sightline.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may look into whose room, and who may touch which outside thing. */
class ArrowsTest {

    /** Foreign packages that belong to few rooms; whatever is not listed here is nobody's secret. */
    private static final Map<String, Set<Room>> RESERVED = Map.ofEntries(
            Map.entry("java.sql", Set.of(Room.STORAGE, Room.DERBY)),
            Map.entry("javax.sql", Set.of(Room.STORAGE, Room.DERBY)),
            Map.entry("org.osgi.service.jdbc", Set.of(Room.STORAGE, Room.DERBY)),
            Map.entry("org.apache.derby", Set.of(Room.DERBY)),
            Map.entry("com.zaxxer.hikari", Set.of(Room.STORAGE)),
            Map.entry("liquibase", Set.of(Room.STORAGE)),
            Map.entry("jakarta.ws.rs", Set.of(Room.REST)),
            Map.entry("jakarta.servlet", Set.of(Room.REST, Room.HTTP_HARDENING)),
            Map.entry("org.osgi.service.servlet", Set.of(Room.REST, Room.HTTP_HARDENING)),
            Map.entry("org.osgi.service.jakartars", Set.of(Room.REST)),
            Map.entry("org.eclipse.jetty", Set.of(Room.HTTP_HARDENING, Room.NOTIFICATION_CHANNELS)),
            Map.entry("io.swagger.v3.oas.annotations", Set.of(Room.REST, Room.JSON_FORMS)),
            Map.entry("io.swagger.v3.oas.models", Set.of(Room.REST)),
            Map.entry("io.swagger.v3.core", Set.of(Room.REST)),
            Map.entry("io.swagger.v3.jaxrs2", Set.of(Room.REST)),
            Map.entry("org.glassfish", Set.of(Room.REST)),
            Map.entry("org.apache.karaf.shell", Set.of(Room.SHELL)),
            Map.entry("org.jline", Set.of(Room.SHELL)),
            Map.entry("org.apache.karaf.scheduler", Set.of(Room.NOTIFICATIONS)),
            Map.entry("jakarta.mail", Set.of(Room.NOTIFICATION_CHANNELS)),
            Map.entry("jakarta.activation", Set.of(Room.NOTIFICATION_CHANNELS)),
            Map.entry("java.net.http", Set.of()),
            Map.entry("io.prometheus", Set.of(Room.METRICS)),
            Map.entry("com.password4j", Set.of(Room.ACCESS)),
            Map.entry("com.nimbusds", Set.of(Room.REST)),
            Map.entry("com.ibm.icu", Set.of(Room.CONTACTS, Room.NOTIFICATIONS)),
            Map.entry("org.bouncycastle", Set.of(Room.ACCESS, Room.CONSOLE_SECURITY)),
            Map.entry(
                    "com.fasterxml.jackson",
                    Set.of(
                            Room.JSON_FORMS,
                            Room.STORAGE,
                            Room.DIRECTORY_FILES,
                            Room.REST,
                            Room.SHELL,
                            Room.ORGANISATIONS)));

    /** All that the ground may stand on. */
    private static final List<String> BELOW_THE_GROUND =
            List.of("java.", "org.sightline.", "org.jspecify.annotations.", "org.osgi.annotation.");

    /** What the room that says how values look in JSON needs beside. */
    private static final List<String> BELOW_JSON_FORMS =
            List.of("com.fasterxml.jackson.", "io.swagger.v3.oas.annotations.");

    static Stream<Room> rooms() {
        return House.rooms().stream();
    }

    static Stream<Room> ground() {
        return rooms().filter(room -> room.kind() == Room.Kind.GROUND);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyRoomIsLookedAt(Room room) {
        assertThat(House.classesOf(room))
                .as(
                        "classes of %s: fewer than there must be means that this test looks at the wrong place",
                        room.folder())
                .hasSizeGreaterThanOrEqualTo(room.fewestClasses());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomsLookOnlyIntoRoomsTheyMay(Room room) {
        assertThat(dependenciesOf(room)
                        .filter(dependency -> target(dependency)
                                .filter(other -> !room.mayUse(other))
                                .isPresent())
                        .map(Dependency::getDescription))
                .as("%s may use only %s", room.folder(), room.describeUse())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void outsideThingsAreTouchedOnlyByTheirRooms(Room room) {
        assertThat(dependenciesOf(room)
                        .filter(dependency -> isReservedForOthers(dependency.getTargetClass(), room))
                        .map(Dependency::getDescription))
                .as("%s touches what belongs to another room, see RESERVED", room.folder())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ground")
    void theGroundStandsOnJavaAlone(Room room) {
        Predicate<String> allowed = name -> BELOW_THE_GROUND.stream().anyMatch(name::startsWith)
                || (room == Room.JSON_FORMS && BELOW_JSON_FORMS.stream().anyMatch(name::startsWith));
        assertThat(dependenciesOf(room)
                        .filter(dependency -> !allowed.test(nameOf(dependency.getTargetClass()) + "."))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("org.sightline.(**)").should().beFreeOfCycles().check(House.classes());
    }

    private static Stream<Dependency> dependenciesOf(Room room) {
        return House.classesOf(room).stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Optional<Room> target(Dependency dependency) {
        return House.roomOf(dependency.getTargetClass().getBaseComponentType());
    }

    private static boolean isReservedForOthers(JavaClass type, Room room) {
        String name = nameOf(type);
        return RESERVED.entrySet().stream()
                .anyMatch(entry -> name.startsWith(entry.getKey() + ".")
                        && !entry.getValue().contains(room));
    }

    private static String nameOf(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive() ? "java.lang" : base.getName();
    }
}
