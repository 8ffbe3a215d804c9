package org.sightline.architecture;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rooms of the house, and into which other rooms each may look. A new bundle gets a line here, and whoever reads the
 * line sees where it stands.
 */
enum Room {
    DIRECTORY_MODEL("directory-model", Kind.GROUND, 30),
    POLICY_SPI("policy-spi", Kind.GROUND, 5, DIRECTORY_MODEL),
    API("api", Kind.GROUND, 40, POLICY_SPI, DIRECTORY_MODEL),
    /** How values look in JSON: said once, for everybody who reads or writes JSON. */
    JSON_FORMS("json-forms", Kind.GROUND, 10, API, POLICY_SPI, DIRECTORY_MODEL),

    DIRECTORY("directory", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    VISIBILITY_RULES("visibility-rules", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    CONTACTS("contacts", Kind.DOMAIN, 5, API, POLICY_SPI, DIRECTORY_MODEL),
    TRUSTED_PARTY("trusted-party", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    COMMUNICATION("communication", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    APP_PERMISSIONS("app-permissions", Kind.DOMAIN, 5, API, POLICY_SPI, DIRECTORY_MODEL),
    RESOURCES("resources", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    NOTIFICATIONS("notifications", Kind.DOMAIN, 10, API, POLICY_SPI, DIRECTORY_MODEL),
    UPKEEP("upkeep", Kind.DOMAIN, 3, API, POLICY_SPI, DIRECTORY_MODEL),
    ACCESS("access", Kind.DOMAIN, 5, API, POLICY_SPI, DIRECTORY_MODEL),

    STORAGE("storage", Kind.ADAPTER, 10, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL),
    DIRECTORY_FILES("directory-files", Kind.ADAPTER, 3, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL),
    /** Mail and webhook. */
    NOTIFICATION_CHANNELS("notification-channels", Kind.ADAPTER, 3, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL),
    REST("rest", Kind.ADAPTER, 20, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL),
    SHELL("shell", Kind.ADAPTER, 5, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL),

    /** Prometheus. */
    METRICS("metrics", Kind.ADAPTER, 2, API, DIRECTORY_MODEL),

    /** Nothing of ours but a factory for the database driver. */
    DERBY("derby", Kind.FOREIGN, 1),
    /** Closes what the HTTP server would tell strangers. */
    HTTP_HARDENING("http-hardening", Kind.FOREIGN, 1),

    /** Who may use the remote console, and how. */
    CONSOLE_SECURITY("console-security", Kind.FOREIGN, 1),

    /** Not shipped: stand-ins, worlds and the slow but simple judge. */
    TESTKIT("testkit", Kind.TEST, 3, API, POLICY_SPI, DIRECTORY_MODEL),

    FILE_CHANNEL("file-channel", Kind.PLUG_IN, 1, POLICY_SPI, DIRECTORY_MODEL),
    OWN_CITY("own-city", Kind.PLUG_IN, 1, POLICY_SPI, DIRECTORY_MODEL),
    HUNDRED_PARTNERS("hundred-partners", Kind.PLUG_IN, 1, POLICY_SPI, DIRECTORY_MODEL),
    LISTED_PARTNERS("listed-partners", Kind.PLUG_IN, 1, POLICY_SPI, DIRECTORY_MODEL),
    CAREFUL_APPROVALS("careful-approvals", Kind.PLUG_IN, 1, POLICY_SPI, DIRECTORY_MODEL),
    ORGANISATIONS("organisations", Kind.ADAPTER, 1, JSON_FORMS, API, POLICY_SPI, DIRECTORY_MODEL);

    /** What sort of room, which decides what else holds for it. */
    enum Kind {
        /** Exports versioned packages; everybody stands on it. */
        GROUND,
        /** Decides; knows neither the outside nor the other domain rooms. */
        DOMAIN,
        /** Speaks to the outside. */
        ADAPTER,
        /** Wraps somebody else's library. */
        FOREIGN,
        /** What vendors make. */
        PLUG_IN,
        /** Serves tests only. */
        TEST
    }

    private final String folder;
    private final Kind kind;
    private final int fewestClasses;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final Set<Room> mayUse;

    Room(String folder, Kind kind, int fewestClasses, Room... mayUse) {
        this.folder = folder;
        this.kind = kind;
        this.fewestClasses = fewestClasses;
        this.mayUse = Set.of(mayUse);
    }

    static Room of(String folder) {
        return Arrays.stream(values())
                .filter(room -> room.folder.equals(folder))
                .findFirst()
                .orElseThrow(() -> new AssertionError("`" + folder + "` is in the reactor but has no line in Room: "
                        + "say there what kind of room it is and into which rooms it may look"));
    }

    String folder() {
        return folder;
    }

    Kind kind() {
        return kind;
    }

    int fewestClasses() {
        return fewestClasses;
    }

    /** The console's room exports what Karaf's own bundles are told to call. */
    boolean mayExport() {
        return kind == Kind.GROUND || this == CONSOLE_SECURITY;
    }

    boolean mayUse(Room other) {
        return other == this || mayUse.contains(other);
    }

    String describeUse() {
        return mayUse.stream().map(Room::folder).sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
