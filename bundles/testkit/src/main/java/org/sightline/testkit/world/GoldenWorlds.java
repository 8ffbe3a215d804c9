package org.sightline.testkit.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the worlds of {@code worlds/*.yaml}; the files show the form. */
public final class GoldenWorlds {

    private GoldenWorlds() {}

    /** Returns all of them by name. */
    public static List<GoldenWorld> all() {
        URL folder = GoldenWorlds.class.getResource("/worlds");
        if (folder == null) {
            throw new IllegalStateException("there is no folder `worlds` on the class path");
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return in(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return in(jar.getPath("/worlds"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<GoldenWorld> in(Path folder) throws IOException {
        List<GoldenWorld> worlds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName()).replace(".yaml", "");
                worlds.add(read(name, Files.readString(file)));
            }
        }
        return worlds;
    }

    private static GoldenWorld read(String name, String text) {
        Node world = new Node(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text));
        List<Department> departments = new ArrayList<>();
        departments.add(new Department(DepartmentId.ROOT, "World", null, 0, List.of()));
        departments.addAll(world.each("departments", GoldenWorlds::department));
        TenantState state = new TenantState(
                new Tenant(new TenantKey("world"), "World", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true),
                1,
                departments,
                world.each("members", GoldenWorlds::member),
                world.each("groups", GoldenWorlds::group),
                world.each("units", GoldenWorlds::unit),
                List.of(),
                List.of(),
                policy(world.node("policy")),
                1);
        Map<UserId, Set<String>> sees = new HashMap<>();
        Node stated = world.node("sees");
        stated.keys().forEach(viewer -> sees.put(new UserId(viewer), Set.copyOf(stated.texts(viewer))));
        return new GoldenWorld(name, state, sees, world.each("decided", GoldenWorlds::decided));
    }

    private static Department department(Node node) {
        DepartmentId parent = new DepartmentId(node.text("parent", "0"));
        return new Department(new DepartmentId(node.text("id")), node.text("id"), parent, 0, List.of());
    }

    private static Member member(Node node) {
        MemberStatus status = MemberStatus.ofKey(node.text("status", "active")).orElseThrow();
        List<Membership> places = node.texts("in").stream()
                .map(department -> new Membership(new DepartmentId(department), 0))
                .toList();
        Profile profile =
                new Profile(null, null, null, null, node.textOrNull("job_title"), node.textOrNull("city"), null);
        return new Member(new UserId(node.text("id")), node.text("id"), profile, places, Map.of(), status);
    }

    private static Group group(Node node) {
        String condition = node.textOrNull("condition");
        return new Group(
                new GroupId(node.text("id")),
                node.text("id"),
                node.texts("users").stream().map(UserId::new).toList(),
                node.texts("departments").stream().map(DepartmentId::new).toList(),
                condition == null ? null : Condition.parse(condition));
    }

    private static Unit unit(Node node) {
        return new Unit(
                new UnitId(node.text("id")),
                node.text("id"),
                node.text("type"),
                node.texts("departments").stream().map(DepartmentId::new).toList());
    }

    private static VisibilityPolicy policy(Node node) {
        return new VisibilityPolicy(
                new MainRuleChoice(node.text("main_rule"), node.texts("unit_types"), Map.of()),
                List.of(
                        new RuleSet(node.each("set_1", GoldenWorlds::rule)),
                        new RuleSet(node.each("set_2", GoldenWorlds::rule))),
                DisplayOrder.DEPARTMENTS_FIRST);
    }

    private static Rule rule(Node node) {
        boolean visible = node.has("visible");
        List<String> subjects = node.texts("subjects");
        List<String> objects = node.texts(visible ? "visible" : "hidden");
        return new Rule(
                new RuleId(node.text("id")),
                null,
                new Subjects(
                        those(subjects, "user ", UserId::new),
                        those(subjects, "group ", GroupId::new),
                        those(subjects, "department ", DepartmentId::new)),
                new Targets(those(objects, "user ", UserId::new), those(objects, "department ", DepartmentId::new)),
                visible ? Effect.VISIBLE : Effect.HIDDEN);
    }

    private static <T> List<T> those(List<String> entries, String prefix, Function<String, T> id) {
        return entries.stream()
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> id.apply(entry.substring(prefix.length())))
                .toList();
    }

    private static GoldenWorld.DecidedPair decided(Node node) {
        return new GoldenWorld.DecidedPair(
                new UserId(node.text("viewer")),
                node.text("target"),
                node.text("layer"),
                new HashSet<>(node.texts("rules")),
                new HashSet<>(node.texts("outranked")));
    }

    /** A mapping of the file. */
    private record Node(Map<?, ?> values) {

        boolean has(String key) {
            return values.containsKey(key);
        }

        List<String> keys() {
            return values.keySet().stream().map(String::valueOf).toList();
        }

        @Nullable
        String textOrNull(String key) {
            Object value = values.get(key);
            return value == null ? null : value.toString();
        }

        String text(String key, String otherwise) {
            String text = textOrNull(key);
            return text == null ? otherwise : text;
        }

        String text(String key) {
            String text = textOrNull(key);
            if (text == null) {
                throw new IllegalArgumentException("`" + key + "` is missing in " + values);
            }
            return text;
        }

        List<String> texts(String key) {
            return list(key).stream().map(String::valueOf).toList();
        }

        Node node(String key) {
            return new Node(values.get(key) instanceof Map<?, ?> map ? map : Map.of());
        }

        <T> List<T> each(String key, Function<Node, T> read) {
            List<T> found = new ArrayList<>();
            for (Object value : list(key)) {
                if (!(value instanceof Map<?, ?> map)) {
                    throw new IllegalArgumentException("`" + key + "` holds " + value + ", which is no mapping");
                }
                found.add(read.apply(new Node(map)));
            }
            return found;
        }

        private List<?> list(String key) {
            Object value = values.get(key);
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof List<?> list)) {
                throw new IllegalArgumentException("`" + key + "` is " + value + ", which is no list");
            }
            return list;
        }
    }
}
