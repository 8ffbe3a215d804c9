package org.sightline.testkit.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.ContactsRandom;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * Awkward organisations that trust each other: scopes that cut through rules, rules that name what is gone or not
 * shared, one half of a relation without the other. The same seed gives the same world.
 */
public final class RandomTrust {

    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
    private static final FieldId SHIRT = new FieldId("shirt");
    private static final String[] SHIRTS = {"Red", "dark blue", "赤", "S"};
    private static final List<String> FIELDS = List.of(
            "name",
            "en_name",
            "email",
            "mobile",
            "employee_no",
            "job_title",
            "city",
            "department",
            "custom_fields.shirt",
            "custom_fields.gone");

    private final Random random;

    private RandomTrust(long seed) {
        random = new Random(seed);
    }

    /**
     * Makes three organisations.
     *
     * @param seed        same seed, same world
     * @param memberCount how many members each has, inactive ones included
     */
    public static List<TenantState> world(long seed, int memberCount) {
        List<TenantState> strangers = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            long each = 3 * seed + at;
            strangers.add(
                    stranger(ContactsRandom.dressed(RandomWorlds.world(each, memberCount), each), "t" + at, each));
        }
        return new RandomTrust(seed).acquainted(strangers);
    }

    /**
     * Makes organisations that do not know each other, in which every id and every name but the roots' says whose it is.
     *
     * @param seed        same seed, same organisations
     * @param memberCount how many members each has, inactive ones included
     */
    public static List<TenantState> telling(long seed, int memberCount) {
        List<TenantState> strangers = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            String key = "t" + at;
            long each = 2 * seed + at;
            TenantState world = ContactsRandom.named(RandomWorlds.world(each, memberCount, key), each);
            strangers.add(under(key, world, world.members(), List.of()));
        }
        return strangers;
    }

    /** Returns the same organisations with other relations between them. */
    public static List<TenantState> otherwise(List<TenantState> world, long seed) {
        return new RandomTrust(seed).acquainted(world);
    }

    private static TenantState stranger(TenantState world, String key, long seed) {
        Random random = new Random(seed);
        List<Member> members = world.members().stream()
                .map(member -> new Member(
                        member.id(),
                        member.name(),
                        member.profile(),
                        member.departments(),
                        random.nextBoolean() ? Map.of(SHIRT, SHIRTS[random.nextInt(SHIRTS.length)]) : Map.of(),
                        member.status()))
                .toList();
        return under(key, world, members, List.of(new CustomField(SHIRT, "Shirt", FieldType.TEXT, List.of())));
    }

    private static TenantState under(String key, TenantState world, List<Member> members, List<CustomField> fields) {
        Tenant plain = world.tenant();
        Tenant tenant = new Tenant(
                new TenantKey(key),
                "Tenant " + key,
                plain.plan(),
                plain.timeZone(),
                null,
                plain.locale(),
                plain.findByPhone());
        return new TenantState(
                tenant,
                world.revision(),
                world.departments(),
                members,
                world.groups(),
                world.units(),
                fields,
                world.administrators(),
                world.policy(),
                world.policyRevision());
    }

    private List<TenantState> acquainted(List<TenantState> strangers) {
        List<Map<TenantKey, TrustedParty>> parties = new ArrayList<>();
        List<Map<TenantKey, List<CollaborationRule>>> rules = new ArrayList<>();
        for (int at = 0; at < strangers.size(); at++) {
            parties.add(new HashMap<>());
            rules.add(new HashMap<>());
        }
        for (int one = 0; one < strangers.size(); one++) {
            for (int other = 0; other < one; other++) {
                int luck = random.nextInt(12);
                if (luck != 0) {
                    half(strangers.get(one), strangers.get(other), "r", parties.get(one), rules.get(one));
                }
                if (luck != 1) {
                    String relation = luck == 2 ? "older" : "r";
                    half(strangers.get(other), strangers.get(one), relation, parties.get(other), rules.get(other));
                }
            }
        }
        List<TenantState> all = new ArrayList<>();
        for (int at = 0; at < strangers.size(); at++) {
            TrustState trust = new TrustState(
                    new TrustSettings(new TrustPermissions(access(), fields()), false),
                    new java.util.TreeMap<>(parties.get(at)),
                    new java.util.TreeMap<>(rules.get(at)),
                    List.of(),
                    List.of(),
                    List.of());
            all.add(strangers.get(at).withTrust(trust));
        }
        return all;
    }

    private void half(
            TenantState own,
            TenantState partner,
            String relation,
            Map<TenantKey, TrustedParty> parties,
            Map<TenantKey, List<CollaborationRule>> rules) {
        TenantKey key = partner.tenant().key();
        parties.put(
                key,
                new TrustedParty(
                        key,
                        relation,
                        SINCE,
                        key,
                        scope(own),
                        random.nextBoolean() ? access() : null,
                        random.nextBoolean() ? fields() : null));
        List<CollaborationRule> made = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(80);
        for (int number = 0; number < count; number++) {
            made.add(new CollaborationRule(
                    new RuleId("c" + number), SINCE.plus(number, ChronoUnit.SECONDS), subjects(own), objects(partner)));
        }
        rules.put(key, made);
    }

    private SharingScope scope(TenantState state) {
        return switch (random.nextInt(6)) {
            case 0 -> SharingScope.NOBODY;
            case 1, 2 -> SharingScope.EVERYONE;
            default ->
                new SharingScope(
                        false,
                        some(random.nextInt(4), () -> department(state)),
                        some(random.nextInt(5), () -> member(state)));
        };
    }

    private TrustAccess access() {
        return new TrustAccess(random.nextInt(6) > 0, random.nextInt(6) > 0);
    }

    private FieldGrants fields() {
        return FieldGrants.of(
                some(random.nextInt(FIELDS.size()), () -> pick(FIELDS)),
                some(random.nextInt(FIELDS.size()), () -> pick(FIELDS)));
    }

    private Subjects subjects(TenantState state) {
        if (random.nextInt(40) == 0) {
            return new Subjects(List.of(), List.of(), List.of(DepartmentId.ROOT));
        }
        while (true) {
            Subjects subjects = new Subjects(
                    some(random.nextInt(3), () -> member(state)),
                    some(random.nextInt(2), () -> group(state)),
                    some(random.nextInt(2), () -> department(state)));
            if (!subjects.isEmpty()) {
                return subjects;
            }
        }
    }

    private Targets objects(TenantState state) {
        if (random.nextInt(40) == 0) {
            return new Targets(List.of(), List.of(DepartmentId.ROOT));
        }
        while (true) {
            Targets objects = new Targets(
                    some(random.nextInt(3), () -> member(state)), some(random.nextInt(2), () -> department(state)));
            if (!objects.isEmpty()) {
                return objects;
            }
        }
    }

    private UserId member(TenantState state) {
        return random.nextInt(30) == 0
                ? new UserId("gone")
                : pick(state.members()).id();
    }

    private GroupId group(TenantState state) {
        return state.groups().isEmpty() || random.nextInt(30) == 0
                ? new GroupId("gone")
                : pick(state.groups()).id();
    }

    /** Mostly not the root, which would cover everybody. */
    private DepartmentId department(TenantState state) {
        if (random.nextInt(30) == 0 || state.departments().size() == 1) {
            return new DepartmentId("gone");
        }
        int from = random.nextInt(10) == 0 ? 0 : 1;
        return state.departments()
                .get(from + random.nextInt(state.departments().size() - from))
                .id();
    }

    private static <T> List<T> some(int count, Supplier<? extends T> source) {
        Set<T> chosen = new LinkedHashSet<>();
        for (int round = 0; round < count; round++) {
            chosen.add(source.get());
        }
        return List.copyOf(chosen);
    }

    private <T extends @Nullable Object> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
