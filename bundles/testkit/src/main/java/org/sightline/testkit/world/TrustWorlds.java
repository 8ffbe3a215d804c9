package org.sightline.testkit.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Reads the worlds of {@code trust-worlds/*.yaml}; the files show the form. */
public final class TrustWorlds {

    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
    private static final TenantKey A = new TenantKey("a");
    private static final TenantKey B = new TenantKey("b");

    private TrustWorlds() {}

    /** Returns all of them by name. */
    public static List<TrustWorld> all() {
        return GoldenWorlds.in("/trust-worlds", TrustWorlds::read);
    }

    private static TrustWorld read(String name, String text) {
        WorldNode world = GoldenWorlds.parsed(text);
        return new TrustWorld(
                name,
                tenant(world.node("a"), A, B),
                tenant(world.node("b"), B, A),
                seen(world.node("a_finds")),
                seen(world.node("a_browses")),
                seen(world.node("b_finds")),
                seen(world.node("b_browses")),
                GoldenWorlds.stated(world.node("a_tree"), DepartmentId::new),
                GoldenWorlds.stated(world.node("a_profile"), UserId::new));
    }

    private static Map<UserId, Set<UserId>> seen(WorldNode node) {
        Map<UserId, Set<UserId>> seen = new HashMap<>();
        node.keys()
                .forEach(viewer -> seen.put(
                        new UserId(viewer),
                        node.texts(viewer).stream().map(UserId::new).collect(Collectors.toSet())));
        return seen;
    }

    private static TenantState tenant(WorldNode node, TenantKey key, TenantKey partner) {
        TenantState plain = GoldenWorlds.state(node);
        Tenant world = plain.tenant();
        List<String> access = node.texts("access");
        TrustedParty half = new TrustedParty(
                partner,
                "relation",
                SINCE,
                A,
                scope(node.texts("shares")),
                new TrustAccess(access.contains("find"), access.contains("browse")),
                fields(node));
        TrustState trust = new TrustState(
                TrustSettings.DEFAULT,
                new TreeMap<>(Map.of(partner, half)),
                new TreeMap<>(Map.of(partner, node.each("rules", TrustWorlds::rule))),
                List.of(),
                List.of(),
                List.of());
        TenantState renamed = new TenantState(
                new Tenant(key, "Tenant " + key, world.plan(), world.timeZone(), null, world.locale(), true),
                plain.revision(),
                plain.departments(),
                plain.members(),
                plain.groups(),
                plain.units(),
                plain.fields(),
                plain.administrators(),
                plain.policy(),
                plain.policyRevision());
        return renamed.withTrust(trust);
    }

    private static @Nullable FieldGrants fields(WorldNode node) {
        return node.has("fields_shown") ? FieldGrants.of(node.texts("fields_shown"), List.of("name")) : null;
    }

    private static SharingScope scope(List<String> entries) {
        return entries.equals(List.of("everyone"))
                ? SharingScope.EVERYONE
                : new SharingScope(
                        false,
                        GoldenWorlds.those(entries, "department ", DepartmentId::new),
                        GoldenWorlds.those(entries, "user ", UserId::new));
    }

    private static CollaborationRule rule(WorldNode node) {
        List<String> subjects = node.texts("subjects");
        List<String> objects = node.texts("objects");
        return new CollaborationRule(
                new RuleId(node.text("id")),
                SINCE,
                new Subjects(
                        GoldenWorlds.those(subjects, "user ", UserId::new),
                        GoldenWorlds.those(subjects, "group ", GroupId::new),
                        GoldenWorlds.those(subjects, "department ", DepartmentId::new)),
                new Targets(
                        GoldenWorlds.those(objects, "user ", UserId::new),
                        GoldenWorlds.those(objects, "department ", DepartmentId::new)));
    }
}
