package org.sightline.organisations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.GroupJson;
import org.sightline.json.Json;
import org.sightline.json.UnitJson;
import org.sightline.json.UserJson;
import org.sightline.visibility.model.Rule;

class OrganisationTest {

    /** What an organisation's lines say. */
    private static final class Told {

        final List<CustomField> fields = new ArrayList<>();
        final Map<DepartmentId, Department> departments = new HashMap<>();
        final Map<UserId, Member> members = new HashMap<>();
        final List<Group> groups = new ArrayList<>();
        final List<Unit> units = new ArrayList<>();
        int lines;

        Told(Organisation organisation) {
            for (String line : organisation.lines().lines().toList()) {
                ObjectNode node = (ObjectNode) Json.read(line, JsonNode.class);
                take(node.remove("kind").asText(), node);
                lines++;
            }
        }

        private void take(String kind, ObjectNode form) {
            switch (kind) {
                case "field" -> fields.add(Json.bind(form, FieldJson.class).toModel());
                case "department" -> {
                    Department department =
                            Json.bind(form, DepartmentJson.class).toModel();
                    departments.put(department.id(), department);
                }
                case "user" -> {
                    Member member = Json.bind(form, UserJson.class).toModel(FieldTypes.of(fields));
                    members.put(member.id(), member);
                }
                case "group" -> groups.add(Json.bind(form, GroupJson.class).toModel());
                case "unit" -> units.add(Json.bind(form, UnitJson.class).toModel());
                default -> throw new AssertionError("no such kind: " + kind);
            }
        }

        boolean knows(DepartmentId id) {
            return id.isRoot() || departments.containsKey(id);
        }

        List<DepartmentId> upwards(DepartmentId id) {
            List<DepartmentId> path = new ArrayList<>();
            for (DepartmentId at = id;
                    at != null && !at.isRoot();
                    at = departments.get(at).parent()) {
                path.add(at);
            }
            return path;
        }
    }

    static Stream<Organisation> organisations() {
        return Organisation.all().stream();
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void hasAFewHundredPeopleEightDeep(Organisation organisation) {
        Told told = new Told(organisation);

        assertThat(told.lines)
                .isEqualTo(told.fields.size()
                        + told.departments.size()
                        + told.members.size()
                        + told.groups.size()
                        + told.units.size());
        assertThat(told.members.size()).isBetween(180, 500);
        assertThat(told.departments.keySet().stream()
                        .mapToInt(id -> told.upwards(id).size())
                        .max()
                        .orElse(0))
                .isGreaterThanOrEqualTo(8);
        assertThat(told.members.values())
                .anyMatch(member -> member.departments().size() > 1);
        assertThat(told.members.values()).anyMatch(member -> !member.isActive());
        assertThat(told.groups).anyMatch(group -> group.condition() != null);
        assertThat(told.groups).anyMatch(group -> group.condition() == null);
        assertThat(told.units.stream().map(Unit::type).distinct()).hasSize(2);
        assertThat(told.fields).isNotEmpty();
        assertThat(organisation.policy().ruleSets()).hasSize(2).allMatch(set -> !set.rules()
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void namesOnlyWhatExists(Organisation organisation) {
        Told told = new Told(organisation);
        Set<FieldId> fields = new HashSet<>();
        told.fields.forEach(field -> fields.add(field.id()));

        told.departments.values().forEach(department -> {
            assertThat(told.knows(department.parent())).isTrue();
            assertThat(told.members.keySet()).containsAll(department.leaders());
        });
        for (Member member : told.members.values()) {
            assertThat(member.departments().stream().map(Membership::department))
                    .allMatch(told::knows);
            assertThat(fields).containsAll(member.customFields().keySet());
        }
        told.groups.forEach(group -> {
            assertThat(group.departments()).allMatch(told::knows);
            assertThat(told.members.keySet()).containsAll(group.members());
        });
        told.units.forEach(unit -> assertThat(unit.departments()).allMatch(told::knows));
        Set<String> groups = new HashSet<>();
        told.groups.forEach(group -> groups.add(group.id().value()));
        for (Rule rule : organisation.policy().rules().toList()) {
            assertThat(rule.subjects().isEmpty() || rule.objects().isEmpty())
                    .as("something named in %s", rule.id())
                    .isFalse();
            assertThat(rule.subjects().departments()).allMatch(told::knows);
            assertThat(rule.objects().departments()).allMatch(told::knows);
            assertThat(groups)
                    .containsAll(rule.subjects().groups().stream()
                            .map(id -> id.value())
                            .toList());
        }
        assertThat(told.members)
                .containsKeys(organisation.administrator().id(), organisation.viewer(), organisation.target())
                .containsEntry(organisation.administrator().id(), organisation.administrator());
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void keepsTheDirectorysRules(Organisation organisation) {
        Told told = new Told(organisation);
        List<String> emails = told.members.values().stream()
                .map(member -> member.profile().email().toLowerCase(Locale.ROOT))
                .toList();
        List<DepartmentId> tops =
                told.units.stream().flatMap(unit -> unit.departments().stream()).toList();

        assertThat(emails).doesNotHaveDuplicates();
        assertThat(tops).doesNotHaveDuplicates();
        tops.forEach(
                top -> assertThat(told.upwards(top).subList(1, told.upwards(top).size()))
                        .as("units above %s", top)
                        .doesNotContainAnyElementsOf(tops));
        assertThat(organisation.policy().rules().map(Rule::id).toList()).doesNotHaveDuplicates();
    }

    @Test
    void peopleWriteInManyScripts() {
        Set<Character.UnicodeScript> scripts = new HashSet<>();
        organisations()
                .flatMap(organisation -> new Told(organisation).members.values().stream())
                .flatMapToInt(member -> member.name().codePoints())
                .forEach(codePoint -> scripts.add(Character.UnicodeScript.of(codePoint)));

        assertThat(scripts)
                .contains(
                        Character.UnicodeScript.LATIN,
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.HANGUL,
                        Character.UnicodeScript.ARABIC,
                        Character.UnicodeScript.CYRILLIC,
                        Character.UnicodeScript.DEVANAGARI);
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(Organisation.all()).isEqualTo(Organisation.all());
        assertThat(organisations().map(each -> each.policy().mainRule().type()))
                .containsExactly("own_department", "own_unit");
    }
}
