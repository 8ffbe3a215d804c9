package org.sightline.benchmarks.reference;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * Rules as Cedar policies, exact: Cedar has no order of precision, so each policy carries an {@code unless} with every
 * pair of entries that could outrank its own, and those of set 2 and the main rule another with all pairs of the sets
 * above. A request brings along the two members, their departments with all above, and the viewer's groups; the policies
 * are parsed once.
 */
public final class CedarReference implements Reference {

    private static final EntityTypeName MEMBER = type("Member");
    private static final EntityTypeName DEPARTMENT = type("Department");
    private static final EntityTypeName GROUP = type("Group");
    private static final EntityUID SEES = type("Action").of("sees");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private DirectorySnapshot directory =
            PlainServer.load(Organisation.of(1, Shape.TYPICAL, 0).state()).directory();
    private Entries entries = new Entries(directory);
    private Map<Integer, List<Integer>> groupsOf = new HashMap<>();
    private PolicySet policies = new PolicySet();

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    @Override
    public String name() {
        return "Cedar";
    }

    @Override
    public void load(Organisation organisation) throws Exception {
        directory = PlainServer.load(organisation.state()).directory();
        entries = new Entries(directory);
        groupsOf = new HashMap<>();
        for (int group = 0; group < entries.groups().size(); group++) {
            for (int member : directory.membersOf(entries.groups().get(group))) {
                groupsOf.computeIfAbsent(member, none -> new ArrayList<>()).add(group);
            }
        }
        change(organisation.state().policy());
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void change(VisibilityPolicy policy) throws Exception {
        List<Entries.Pair> pairs = entries.of(policy);
        Set<Policy> made = new HashSet<>();
        for (int number = 0; number < pairs.size(); number++) {
            made.add(new Policy(text(pairs.get(number), pairs), "r" + number));
        }
        made.add(new Policy(
                "permit(principal, action, resource) when { resource in principal.departments }" + unless(pairs) + ";",
                "main"));
        PolicySet next = new PolicySet(made);
        next.cache();
        policies = next;
    }

    private String text(Entries.Pair pair, List<Entries.Pair> all) {
        List<Entries.Pair> above = all.stream()
                .filter(other -> other.set() < pair.set() || entries.canOutrank(other, pair))
                .toList();
        return (pair.hidden() ? "forbid" : "permit") + "(" + scope("principal", pair.subject()) + ", action, "
                + scope("resource", pair.object()) + ")" + unless(above) + ";";
    }

    private static String scope(String who, Entries.Entry entry) {
        return who
                + (entry.kind() == Entries.Kind.MEMBER ? " == " : " in ")
                + uid(entry).toCedarExpr();
    }

    private static String unless(List<Entries.Pair> pairs) {
        List<String> tests = pairs.stream()
                .map(pair -> scope("principal", pair.subject()) + " && " + scope("resource", pair.object()))
                .distinct()
                .toList();
        return tests.isEmpty() ? "" : " unless { " + any(tests) + " }";
    }

    /** In halves of halves, since Cedar follows long chains only so far. */
    private static String any(List<String> tests) {
        int half = tests.size() / 2;
        return half == 0
                ? tests.get(0)
                : "((" + any(tests.subList(0, half)) + ") || (" + any(tests.subList(half, tests.size())) + "))";
    }

    private static EntityUID uid(Entries.Entry entry) {
        String id = Integer.toString(entry.number());
        return switch (entry.kind()) {
            case MEMBER -> MEMBER.of(id);
            case GROUP -> GROUP.of(id);
            case DEPARTMENT -> DEPARTMENT.of(id);
        };
    }

    @Override
    public boolean sees(int viewer, int target) throws Exception {
        if (!directory.isActive(viewer) || !directory.isActive(target)) {
            return false;
        }
        if (viewer == target) {
            return true;
        }
        Map<EntityUID, Entity> slice = new HashMap<>();
        Entity from = add(viewer, slice, groupsOf.getOrDefault(viewer, List.of()));
        Entity to = add(target, slice, List.of());
        var answer = engine.isAuthorized(
                new AuthorizationRequest(from.getEUID(), SEES, to.getEUID(), Map.of()),
                policies,
                new HashSet<>(slice.values()));
        return answer.success.orElseThrow().isAllowed();
    }

    private Entity add(int member, Map<EntityUID, Entity> slice, List<Integer> groups) {
        Set<EntityUID> parents = new HashSet<>();
        List<Value> own = new ArrayList<>();
        for (int department : directory.departmentsOf(member)) {
            EntityUID uid = DEPARTMENT.of(Integer.toString(department));
            parents.add(uid);
            own.add(uid);
            addUpwards(department, slice);
        }
        for (int group : groups) {
            EntityUID uid = GROUP.of(Integer.toString(group));
            parents.add(uid);
            slice.put(uid, new Entity(uid));
        }
        EntityUID self = MEMBER.of(Integer.toString(member));
        Entity entity = new Entity(self, Map.of("departments", new CedarList(own)), parents);
        slice.put(self, entity);
        return entity;
    }

    private void addUpwards(int department, Map<EntityUID, Entity> slice) {
        int above = directory.parentOf(department);
        EntityUID uid = DEPARTMENT.of(Integer.toString(department));
        Set<EntityUID> parents =
                above == DirectorySnapshot.NONE ? Set.of() : Set.of(DEPARTMENT.of(Integer.toString(above)));
        if (slice.put(uid, new Entity(uid, parents)) == null && above != DirectorySnapshot.NONE) {
            addUpwards(above, slice);
        }
    }
}
