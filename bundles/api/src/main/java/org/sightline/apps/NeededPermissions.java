package org.sightline.apps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;

/**
 * Which permissions an app needs for what (docs/concepts.md, "What permissions open"), as the file
 * {@code needed-permissions.tsv} beside this class says. The one source of what is checked, of what is shown of a member
 * or a department, and of what the OpenAPI document tells. Immutable.
 */
public final class NeededPermissions {

    /** What stands before the name of a member's field. */
    public static final String USER = "user.";

    /** What stands before the name of a department's field. */
    public static final String DEPARTMENT = "department.";

    private static final String FILE = "needed-permissions.tsv";
    private static final String OPERATION = "operation";
    private static final String FIELD = "field";
    private static final String EVENT = "event";
    private static final String RESOURCE = "resource";
    private static final NeededPermissions SHIPPED = readShipped();

    private final SortedMap<String, Need> operations;
    private final SortedMap<String, Need> fields;
    private final SortedMap<String, Need> events;
    private final SortedMap<String, Need> resources;

    private NeededPermissions(List<NeedLine> lines) {
        this.operations = ofKind(OPERATION, lines);
        this.fields = ofKind(FIELD, lines);
        this.events = ofKind(EVENT, lines);
        this.resources = ofKind(RESOURCE, lines);
        if (operations.size() + fields.size() + events.size() + resources.size() != lines.size()) {
            throw new IllegalArgumentException("a line has a kind that is not known, or a name that another one has");
        }
    }

    private static SortedMap<String, Need> ofKind(String kind, List<NeedLine> lines) {
        SortedMap<String, Need> needs = new TreeMap<>();
        lines.stream().filter(line -> line.kind().equals(kind)).forEach(line -> needs.put(line.name(), line.need()));
        return Collections.unmodifiableSortedMap(needs);
    }

    /** Returns what this server holds apps to. */
    public static NeededPermissions shipped() {
        return SHIPPED;
    }

    /**
     * Reads a file of the same form.
     *
     * @throws IllegalArgumentException when it is not such a file
     */
    public static NeededPermissions read(Reader content) {
        return new NeededPermissions(NeedLine.read(new BufferedReader(content)));
    }

    private static NeededPermissions readShipped() {
        try (InputStream content = NeededPermissions.class.getResourceAsStream(FILE)) {
            if (content == null) {
                throw new IllegalStateException("the bundle lacks its file `" + FILE + "`");
            }
            return read(new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what each operation needs, by method and path, such as {@code GET /api/v1/tenants/{t}/users}. */
    public SortedMap<String, Need> operations() {
        return operations;
    }

    /** Returns what an operation needs; empty when no app may call it. */
    public Optional<Need> operation(String method, String path) {
        return Optional.ofNullable(operations.get(method + " " + path));
    }

    /** Returns what each field needs, by its name, such as {@code user.email}. */
    public SortedMap<String, Need> fields() {
        return fields;
    }

    /** Returns what it takes to be told of things, by their sort, such as {@code user}. */
    public SortedMap<String, Need> events() {
        return events;
    }

    /** Returns what it takes to do something with a resource, by its type and what is done, such as {@code doc.read}. */
    public SortedMap<String, Need> resources() {
        return resources;
    }

    /**
     * Returns the fields that are open to an app.
     *
     * @param of   {@link #USER} or {@link #DEPARTMENT}
     * @param held the permissions it may use with this identity
     * @return names without {@code of}
     */
    public Set<String> openFields(String of, Identity identity, Set<PermissionName> held) {
        Set<String> open = new TreeSet<>();
        fields.tailMap(of).forEach((name, need) -> {
            if (name.startsWith(of) && need.isMetBy(identity, held)) {
                open.add(name.substring(of.length()));
            }
        });
        return open;
    }

    /**
     * The permissions of which one is enough.
     *
     * @param app  for an app as itself; empty when it has no way
     * @param user for an app that calls for a member; empty when it has no way
     */
    public record Need(List<PermissionName> app, List<PermissionName> user) {

        /** Takes copies of the lists. */
        public Need {
            app = List.copyOf(app);
            user = List.copyOf(user);
        }

        /** Returns the permissions for an identity, of which one is enough. */
        public List<PermissionName> of(Identity identity) {
            return switch (identity) {
                case APP -> app;
                case USER -> user;
            };
        }

        /** Whether an app that holds these permissions has one of them. */
        public boolean isMetBy(Identity identity, Set<PermissionName> held) {
            for (PermissionName one : of(identity)) {
                if (held.contains(one)) {
                    return true;
                }
            }
            return false;
        }
    }
}
