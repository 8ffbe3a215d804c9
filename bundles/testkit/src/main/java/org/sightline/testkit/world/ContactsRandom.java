package org.sightline.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.VisibilityPolicy;

/** Gives a random world what the contacts look at: awkward names, profile fields, order weights and leaders. */
public final class ContactsRandom {

    private static final String[] NAMES = {
        "Ann Lee", "ann lee", "Ánn Lee", "Anna", "Zoë", "Zoe", "Øre", "Ben", "ben", "田中太郎", "田中 花子", "ﾀﾅｶ", "タナカ",
        "สมชาย", "김철수", "Ａｎｎ", "Straße", "STRASSE", "Ben 2", "Ben 10", "Łukasz", "İpek", "éclair", "Lab"
    };

    private static final String[] TITLES = {"Intern", "Senior engineer", "主任工程师", "ingénieur en chef"};

    private final Random random;

    /** Whether names say whose they are, so that nobody shares one. */
    private final boolean telling;

    private ContactsRandom(long seed, boolean telling) {
        random = new Random(seed);
        this.telling = telling;
    }

    /** Returns the world dressed up; the same seed dresses it the same way. */
    public static TenantState dressed(TenantState world, long seed) {
        return new ContactsRandom(seed, false).dress(world);
    }

    /** Returns the world dressed up but for its root, and everybody and everything named {@code X} and the id. */
    public static TenantState named(TenantState world, long seed) {
        return new ContactsRandom(seed, true).dress(world);
    }

    private String nameOf(Object id) {
        return telling ? "X" + id : pick(NAMES);
    }

    private TenantState dress(TenantState world) {
        List<Member> members = new ArrayList<>();
        world.members().forEach(member -> members.add(dress(member)));
        List<Department> departments = new ArrayList<>();
        world.departments().forEach(department -> departments.add(dress(department, members)));
        VisibilityPolicy policy = world.policy();
        DisplayOrder order = random.nextBoolean() ? DisplayOrder.DEPARTMENTS_FIRST : DisplayOrder.MEMBERS_FIRST;
        return new TenantState(
                world.tenant(),
                world.revision(),
                departments,
                members,
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                new VisibilityPolicy(policy.mainRule(), policy.ruleSets(), order),
                world.policyRevision());
    }

    private Member dress(Member member) {
        Profile plain = member.profile();
        Profile profile = new Profile(
                telling ? null : maybe(NAMES),
                random.nextBoolean()
                        ? "user." + member.id() + "@" + "mail-" + random.nextInt(3) + ".example.org"
                        : null,
                random.nextBoolean() ? "+81 90 " + random.nextInt(100) : null,
                random.nextBoolean() ? "E" + random.nextInt(20) : null,
                plain.jobTitle() == null ? null : maybe(TITLES),
                plain.city(),
                null);
        List<Membership> places = member.departments().stream()
                .map(place -> new Membership(place.department(), weight()))
                .toList();
        return new Member(member.id(), nameOf(member.id()), profile, places, Map.of(), member.status());
    }

    private Department dress(Department department, List<Member> members) {
        if (telling && department.id().isRoot()) {
            return department;
        }
        List<UserId> leaders = random.nextInt(3) > 0
                ? List.of()
                : random.ints(1 + random.nextInt(3), 0, members.size())
                        .distinct()
                        .mapToObj(at -> members.get(at).id())
                        .toList();
        return new Department(department.id(), nameOf(department.id()), department.parent(), weight(), leaders);
    }

    private int weight() {
        return random.nextInt(3) > 0 ? 0 : random.nextInt(5) - 2;
    }

    private @Nullable String maybe(String[] from) {
        return random.nextBoolean() ? pick(from) : null;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
