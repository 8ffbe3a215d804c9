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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
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
        return in("/worlds", GoldenWorlds::read);
    }

    /** Returns the worlds of {@code contacts-worlds/*.yaml} by name. */
    public static List<ContactsWorld> contacts() {
        return in("/contacts-worlds", GoldenWorlds::readContacts);
    }

    static <T> List<T> in(String name, BiFunction<String, String, T> reader) {
        URL folder = GoldenWorlds.class.getResource(name);
        if (folder == null) {
            throw new IllegalStateException("there is no folder `" + name + "` on the class path");
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return in(Path.of(place), reader);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return in(jar.getPath(name), reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> in(Path folder, BiFunction<String, String, T> reader) throws IOException {
        List<T> worlds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName()).replace(".yaml", "");
                worlds.add(reader.apply(name, Files.readString(file)));
            }
        }
        return worlds;
    }

    private static GoldenWorld read(String name, String text) {
        WorldNode world = parsed(text);
        TenantState state = state(world);
        Map<UserId, Set<String>> sees = new HashMap<>();
        WorldNode stated = world.node("sees");
        stated.keys().forEach(viewer -> sees.put(new UserId(viewer), Set.copyOf(stated.texts(viewer))));
        return new GoldenWorld(name, state, sees, world.each("decided", GoldenWorlds::decided));
    }

    private static ContactsWorld readContacts(String name, String text) {
        WorldNode world = parsed(text);
        return new ContactsWorld(
                name,
                state(world),
                stated(world.node("browse"), DepartmentId::new),
                stated(world.node("profile"), UserId::new),
                stated(world.node("search"), query -> query));
    }

    static <K> Map<UserId, Map<K, List<String>>> stated(WorldNode node, Function<String, K> key) {
        Map<UserId, Map<K, List<String>>> all = new HashMap<>();
        for (String viewer : node.keys()) {
            Map<K, List<String>> ofViewer = new LinkedHashMap<>();
            WorldNode asked = node.node(viewer);
            asked.keys().forEach(question -> ofViewer.put(key.apply(question), asked.texts(question)));
            all.put(new UserId(viewer), ofViewer);
        }
        return all;
    }

    static WorldNode parsed(String text) {
        return new WorldNode(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text));
    }

    static TenantState state(WorldNode world) {
        List<Department> departments = new ArrayList<>();
        departments.add(new Department(DepartmentId.ROOT, "World", null, 0, ids(world.texts("root_leaders"))));
        departments.addAll(world.each("departments", GoldenWorlds::department));
        return new TenantState(
                new Tenant(new TenantKey("world"), "World", Plan.PRO, ZoneOffset.UTC, null, locale(world), true),
                1,
                departments,
                world.each("members", GoldenWorlds::member),
                world.each("groups", GoldenWorlds::group),
                world.each("units", GoldenWorlds::unit),
                world.texts("fields").stream()
                        .map(field -> new CustomField(new FieldId(field), field, FieldType.TEXT, List.of()))
                        .toList(),
                List.of(),
                policy(world.node("policy")),
                1);
    }

    private static Locale locale(WorldNode world) {
        return Locale.forLanguageTag(world.text("locale", "en"));
    }

    private static List<UserId> ids(List<String> texts) {
        return texts.stream().map(UserId::new).toList();
    }

    private static Department department(WorldNode node) {
        DepartmentId parent = new DepartmentId(node.text("parent", "0"));
        return new Department(
                new DepartmentId(node.text("id")),
                node.text("name", node.text("id")),
                parent,
                Integer.parseInt(node.text("order", "0")),
                ids(node.texts("leaders")));
    }

    private static Member member(WorldNode node) {
        MemberStatus status = MemberStatus.ofKey(node.text("status", "active")).orElseThrow();
        List<Membership> places =
                node.texts("in").stream().map(GoldenWorlds::membership).toList();
        Profile profile = new Profile(
                node.textOrNull("en_name"),
                node.textOrNull("email"),
                node.textOrNull("mobile"),
                node.textOrNull("employee_no"),
                node.textOrNull("job_title"),
                node.textOrNull("city"),
                node.textOrNull("country"));
        Map<FieldId, String> custom = new HashMap<>();
        WorldNode values = node.node("custom_fields");
        values.keys().forEach(field -> custom.put(new FieldId(field), values.text(field)));
        String id = node.text("id");
        return new Member(new UserId(id), node.text("name", id), profile, places, custom, status);
    }

    /** A department, with an order weight behind it where that is not 0. */
    private static Membership membership(String text) {
        String[] parts = text.split(" ", 2);
        return new Membership(new DepartmentId(parts[0]), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    private static Group group(WorldNode node) {
        String condition = node.textOrNull("condition");
        return new Group(
                new GroupId(node.text("id")),
                node.text("id"),
                node.texts("users").stream().map(UserId::new).toList(),
                node.texts("departments").stream().map(DepartmentId::new).toList(),
                condition == null ? null : Condition.parse(condition));
    }

    private static Unit unit(WorldNode node) {
        return new Unit(
                new UnitId(node.text("id")),
                node.text("id"),
                node.text("type"),
                node.texts("departments").stream().map(DepartmentId::new).toList());
    }

    private static VisibilityPolicy policy(WorldNode node) {
        return new VisibilityPolicy(
                new MainRuleChoice(node.text("main_rule"), node.texts("unit_types"), Map.of()),
                List.of(
                        new RuleSet(node.each("set_1", GoldenWorlds::rule)),
                        new RuleSet(node.each("set_2", GoldenWorlds::rule))),
                DisplayOrder.ofKey(node.text("display_order", "departments_first"))
                        .orElseThrow());
    }

    private static Rule rule(WorldNode node) {
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

    static <T> List<T> those(List<String> entries, String prefix, Function<String, T> id) {
        return entries.stream()
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> id.apply(entry.substring(prefix.length())))
                .toList();
    }

    private static GoldenWorld.DecidedPair decided(WorldNode node) {
        return new GoldenWorld.DecidedPair(
                new UserId(node.text("viewer")),
                node.text("target"),
                node.text("layer"),
                new HashSet<>(node.texts("rules")),
                new HashSet<>(node.texts("outranked")));
    }
}
