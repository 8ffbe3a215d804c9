package org.sightline.testkit.contacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.visibility.model.DisplayOrder;

/** The contacts tree straight from docs/concepts.md, "The contacts tree": sets, loops, nothing clever. */
public final class BruteForceTree {

    private final TenantState state;
    private final Beholding judge;
    private final Comparator<String> names;
    private final Map<DepartmentId, Department> departments = new HashMap<>();
    private final Map<UserId, Member> members = new HashMap<>();

    /**
     * Prepares for a state.
     *
     * @param judge decides who sees whom
     * @param names how the tenant's locale orders names
     */
    public BruteForceTree(TenantState state, BruteForce judge, Comparator<String> names) {
        this(state, Beholding.of(judge), names);
    }

    /**
     * Prepares for a state that somebody looks at.
     *
     * @param judge tells who sees what of it
     * @param names how the tenant's locale orders names
     */
    public BruteForceTree(TenantState state, Beholding judge, Comparator<String> names) {
        this.state = state;
        this.judge = judge;
        this.names = names;
        state.departments().forEach(department -> departments.put(department.id(), department));
        state.members().forEach(member -> members.put(member.id(), member));
    }

    /** Whether a department is in a viewer's tree. */
    public boolean shows(UserId viewer, DepartmentId department) {
        return department.isRoot() || (departments.containsKey(department) && judge.department(viewer, department));
    }

    /** Returns a member's departments that a viewer sees, in the member's order. */
    public List<DepartmentId> departmentsOf(UserId viewer, UserId member) {
        return member(member).departments().stream()
                .map(Membership::department)
                .filter(department -> judge.department(viewer, department))
                .toList();
    }

    /** Returns how many members a viewer sees in a department and below. */
    public int memberCount(UserId viewer, DepartmentId department) {
        int count = 0;
        for (Member member : state.members()) {
            boolean below = member.departments().stream()
                    .anyMatch(place -> upwards(place.department()).contains(department));
            count += below && judge.member(viewer, member.id()) ? 1 : 0;
        }
        return count;
    }

    /** Returns what hangs below a department in a viewer's tree: {@code leader ann}, {@code department lab 3}, {@code member bob}. */
    public List<String> children(UserId viewer, DepartmentId department) {
        Department here = department(department);
        Set<UserId> leading = new HashSet<>(here.leaders());
        List<Item> leaders = new ArrayList<>();
        List<Item> below = new ArrayList<>();
        List<Item> others = new ArrayList<>();
        for (Member member : state.members()) {
            if (!judge.member(viewer, member.id())) {
                continue;
            }
            if (leading.contains(member.id())) {
                leaders.add(item("leader", member, weightIn(member, department)));
            } else {
                Integer weight = placeBelow(viewer, member, department);
                if (weight != null) {
                    others.add(item("member", member, weight));
                }
            }
        }
        for (Department candidate : state.departments()) {
            DepartmentId parent = candidate.parent();
            boolean visible = judge.department(viewer, candidate.id());
            if (parent != null && visible && anchor(viewer, parent).orRoot().equals(department)) {
                String text = "department " + candidate.id() + " " + memberCount(viewer, candidate.id());
                below.add(new Item(
                        text,
                        candidate.order(),
                        candidate.name(),
                        candidate.id().value()));
            }
        }
        boolean membersFirst = state.policy().displayOrder() == DisplayOrder.MEMBERS_FIRST;
        List<String> all = new ArrayList<>();
        for (List<Item> kind : List.of(leaders, membersFirst ? others : below, membersFirst ? below : others)) {
            kind.sort(Comparator.comparingInt(Item::weight)
                    .thenComparing(Item::name, names)
                    .thenComparing(Item::id));
            kind.forEach(item -> all.add(item.text()));
        }
        return all;
    }

    private static Item item(String kind, Member member, int weight) {
        return new Item(
                kind + " " + member.id(), weight, member.name(), member.id().value());
    }

    /** The weight with which a visible member hangs below a department; null when they do not hang there. */
    private @Nullable Integer placeBelow(UserId viewer, Member member, DepartmentId department) {
        List<DepartmentId> visible = departmentsOf(viewer, member.id());
        if (!visible.isEmpty()) {
            return visible.contains(department) ? weightIn(member, department) : null;
        }
        Set<DepartmentId> anchors = new LinkedHashSet<>();
        for (Membership place : member.departments()) {
            DepartmentId anchor = anchor(viewer, place.department()).found();
            if (anchor != null) {
                anchors.add(anchor);
            }
        }
        if (anchors.isEmpty()) {
            anchors.add(DepartmentId.ROOT);
        }
        return anchors.contains(department) ? 0 : null;
    }

    private static int weightIn(Member member, DepartmentId department) {
        return member.departments().stream()
                .filter(place -> place.department().equals(department))
                .mapToInt(Membership::order)
                .findFirst()
                .orElse(0);
    }

    /** The department itself or the nearest above it that the viewer sees. */
    private Anchor anchor(UserId viewer, DepartmentId department) {
        for (DepartmentId candidate : upwards(department)) {
            if (judge.department(viewer, candidate)) {
                return new Anchor(candidate);
            }
        }
        return new Anchor(null);
    }

    private Set<DepartmentId> upwards(DepartmentId department) {
        Set<DepartmentId> found = new LinkedHashSet<>();
        for (DepartmentId at = department; at != null; at = department(at).parent()) {
            found.add(at);
        }
        return found;
    }

    private Department department(DepartmentId id) {
        Department department = departments.get(id);
        if (department == null) {
            throw new IllegalArgumentException("there is no department " + id);
        }
        return department;
    }

    private Member member(UserId id) {
        Member member = members.get(id);
        if (member == null) {
            throw new IllegalArgumentException("there is no member " + id);
        }
        return member;
    }

    private record Anchor(@Nullable DepartmentId found) {

        DepartmentId orRoot() {
            return found == null ? DepartmentId.ROOT : found;
        }
    }

    private record Item(String text, int weight, String name, String id) {}
}
