package org.sightline.materials;

import java.util.Comparator;

/**
 * What Maven calls an artifact.
 *
 * @param group    may be empty for a jar that never was in a repository
 * @param name     of the artifact
 * @param version  of the artifact; may be empty where nothing tells
 */
record Coordinates(String group, String name, String version) implements Comparable<Coordinates> {

    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::group)
            .thenComparing(Coordinates::name)
            .thenComparing(Coordinates::version);

    /**
     * Reads {@code group:name:version}.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    static Coordinates of(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("`" + text + "` is not `group:artifact:version`");
        }
        return new Coordinates(parts[0], parts[1], parts[2]);
    }

    /** Returns the address that tools compare with lists of known weaknesses. */
    String packageUrl() {
        String place = group.isEmpty() ? "pkg:generic/" : "pkg:maven/" + group + "/";
        return place + name + (version.isEmpty() ? "" : "@" + version);
    }

    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }
}
