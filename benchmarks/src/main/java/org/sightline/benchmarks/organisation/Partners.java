package org.sightline.benchmarks.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.TenantState;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * An organisation and those it trusts, all of one size. Every other partner shares everyone, the others one department
 * of three and some members; of each relation's 50 rules one joins everyone with everyone shared in every fifth relation.
 */
public final class Partners {

    /** How many rules each relation has. */
    public static final int RULES = 50;

    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
    private static final int NAMED_MEMBERS = 50;
    private static final int GROUPS = 200;

    private final int members;
    private final Tree tree;
    private final Random random;
    private final TenantState own;
    private final List<TenantState> partners = new ArrayList<>();

    private Partners(int members, int count, long seed) {
        this.members = members;
        this.random = new Random(seed);
        TenantState first = Organisation.of(members, Shape.TYPICAL, seed).state();
        this.tree = new Tree(first.departments().size());
        Map<TenantKey, TrustedParty> parties = new TreeMap<>();
        Map<TenantKey, List<CollaborationRule>> rules = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            TenantKey key = new TenantKey("partner-" + number);
            parties.put(key, half(key, SharingScope.EVERYONE));
            rules.put(key, rules(number));
            TenantState stranger =
                    Organisation.of(members, Shape.TYPICAL, seed + 1 + number).state();
            SharingScope scope = number % 2 == 0 ? SharingScope.EVERYONE : scope();
            partners.add(under(key, stranger, Map.of(Organisation.KEY, half(Organisation.KEY, scope)), Map.of()));
        }
        own = under(Organisation.KEY, first, parties, rules);
    }

    /** Makes them; the same arguments make the same ones. */
    public static Partners of(int members, int count, long seed) {
        return new Partners(members, count, seed);
    }

    private static TrustedParty half(TenantKey partner, SharingScope scope) {
        return new TrustedParty(partner, "relation", SINCE, partner, scope, null, null);
    }

    private static TenantState under(
            TenantKey key,
            TenantState state,
            Map<TenantKey, TrustedParty> parties,
            Map<TenantKey, List<CollaborationRule>> rules) {
        Tenant plain = state.tenant();
        Tenant tenant = new Tenant(
                key, plain.name(), plain.plan(), plain.timeZone(), null, plain.locale(), plain.findByPhone());
        TrustState trust = new TrustState(
                TrustSettings.DEFAULT, new TreeMap<>(parties), new TreeMap<>(rules), List.of(), List.of(), List.of());
        return new TenantState(
                tenant,
                state.revision(),
                state.departments(),
                state.members(),
                state.groups(),
                state.units(),
                state.fields(),
                state.administrators(),
                state.policy(),
                state.policyRevision(),
                trust,
                null,
                state.apps());
    }

    private SharingScope scope() {
        return new SharingScope(
                false,
                departments(Math.max(1, tree.count() / 3)),
                random.ints(NAMED_MEMBERS, 0, members)
                        .distinct()
                        .mapToObj(People::id)
                        .toList());
    }

    private List<DepartmentId> departments(int count) {
        return random.ints(count, 1, tree.count()).distinct().mapToObj(Tree::id).toList();
    }

    private List<CollaborationRule> rules(int partner) {
        return IntStream.range(0, RULES)
                .mapToObj(number -> new CollaborationRule(
                        new RuleId("c" + number),
                        SINCE.plusSeconds(number),
                        subjects(number, partner),
                        objects(number, partner)))
                .toList();
    }

    private static boolean isForAll(int number, int partner) {
        return number == 0 && partner % 5 == 0;
    }

    private Subjects subjects(int number, int partner) {
        if (isForAll(number, partner)) {
            return new Subjects(List.of(), List.of(), List.of(DepartmentId.ROOT));
        }
        return new Subjects(
                List.of(People.id(random.nextInt(members))),
                List.of(new GroupId("g" + random.nextInt(GROUPS))),
                departments(2));
    }

    private Targets objects(int number, int partner) {
        if (isForAll(number, partner)) {
            return new Targets(List.of(), List.of(DepartmentId.ROOT));
        }
        return new Targets(
                random.ints(5, 0, members).distinct().mapToObj(People::id).toList(), departments(5));
    }

    /** Returns the organisation whose members look. */
    public TenantState own() {
        return own;
    }

    /** Returns those it trusts. */
    public List<TenantState> partners() {
        return List.copyOf(partners);
    }
}
