package org.sightline.organisations.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.GroupJson;
import org.sightline.json.Json;
import org.sightline.json.UnitJson;
import org.sightline.json.UserJson;

/** Puts a directory together: known people first, then made-up ones for every department. The same seed, the same text. */
final class DirectoryDraft {

    private static final List<CustomField> FIELDS = List.of(
            new CustomField(new FieldId("grade"), "Grade", FieldType.NUMBER, List.of()),
            new CustomField(new FieldId("joined"), "Joined on", FieldType.DATE, List.of()),
            new CustomField(new FieldId("shift"), "Shift", FieldType.CHOICE, List.of("early", "late", "night")),
            new CustomField(new FieldId("page"), "Page", FieldType.URL, List.of()));

    private static final List<String> SHIFTS = List.of("early", "late", "night");
    private static final List<String> TITLES =
            List.of("Engineer", "Analyst", "Planner", "Specialist", "Assistant", "Intern", "Consultant", "Coordinator");

    private final String domain;
    private final Random random;
    private final List<DepartmentOutline.Entry> departments;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Begins a directory.
     *
     * @param domain  of everybody's email address
     * @param outline see {@link DepartmentOutline}
     */
    DirectoryDraft(String domain, long seed, String outline) {
        this.domain = domain;
        this.random = new Random(seed);
        this.departments = DepartmentOutline.read(outline);
    }

    /** Adds a known person and returns them. */
    Member person(String id, String name, String enName, String title, String city, String... places) {
        List<Membership> memberships = new ArrayList<>();
        for (String place : places) {
            memberships.add(new Membership(new DepartmentId(place), memberships.size()));
        }
        names.add(id);
        Member member = new Member(
                new UserId(id),
                name,
                new Profile(enName, id + "@" + domain, null, number(), title, city, null),
                memberships,
                Map.of(new FieldId("grade"), "9", new FieldId("joined"), "2015-04-01"),
                MemberStatus.ACTIVE);
        members.add(member);
        return member;
    }

    /** Adds made-up people to every department, some of them in a second one, a few suspended. */
    void fill() {
        for (DepartmentOutline.Entry department : departments) {
            int count = 6 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                members.add(madeUp(department));
            }
        }
    }

    /** Returns the directory as JSON lines. */
    String lines(List<Group> groups, List<Unit> units) {
        StringBuilder lines = new StringBuilder();
        FIELDS.forEach(field -> append(lines, "field", FieldJson.of(field)));
        int order = 0;
        for (DepartmentOutline.Entry entry : departments) {
            append(
                    lines,
                    "department",
                    DepartmentJson.of(
                            new Department(entry.id(), entry.name(), entry.parent(), order++, leaders(entry.id()))));
        }
        FieldTypes types = FieldTypes.of(FIELDS);
        members.forEach(member -> append(lines, "user", UserJson.of(member, types)));
        groups.forEach(group -> append(lines, "group", GroupJson.of(group)));
        units.forEach(unit -> append(lines, "unit", UnitJson.of(unit)));
        return lines.toString();
    }

    private Member madeUp(DepartmentOutline.Entry department) {
        PeopleNames.Person person = PeopleNames.next(random);
        String id = unusedId(person.enName());
        Set<DepartmentId> places = new LinkedHashSet<>(List.of(department.id()));
        if (random.nextInt(10) == 0) {
            places.add(departments.get(random.nextInt(departments.size())).id());
        }
        return new Member(
                new UserId(id),
                person.name(),
                new Profile(
                        person.enName(),
                        id + "@" + domain,
                        String.format("+999 555 %04d", members.size()),
                        number(),
                        TITLES.get(random.nextInt(TITLES.size())),
                        person.city(),
                        person.country()),
                places.stream()
                        .map(place -> new Membership(place, random.nextInt(3)))
                        .toList(),
                Map.of(
                        new FieldId("grade"),
                        Integer.toString(1 + random.nextInt(8)),
                        new FieldId("joined"),
                        String.format("20%02d-%02d-01", 10 + random.nextInt(16), 1 + random.nextInt(12)),
                        new FieldId("shift"),
                        SHIFTS.get(random.nextInt(SHIFTS.size())),
                        new FieldId("page"),
                        "https://" + domain + "/people/" + id),
                random.nextInt(40) == 0 ? MemberStatus.SUSPENDED : MemberStatus.ACTIVE);
    }

    private String unusedId(String enName) {
        String base = enName.toLowerCase(Locale.ROOT).replace(' ', '.');
        String id = base;
        for (int i = 2; !names.add(id); i++) {
            id = base + "." + i;
        }
        return id;
    }

    private String number() {
        return String.format("%05d", 10_000 + members.size());
    }

    private List<UserId> leaders(DepartmentId department) {
        return members.stream()
                .filter(Member::isActive)
                .filter(member -> member.departments().get(0).department().equals(department))
                .map(Member::id)
                .limit(1)
                .toList();
    }

    private static void append(StringBuilder lines, String kind, Object form) {
        ObjectNode line = Json.mapper().createObjectNode().put("kind", kind);
        line.setAll((ObjectNode) Json.tree(form));
        lines.append(Json.text(line)).append('\n');
    }
}
