package org.sightline.directory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Member ANNA = new Member(
            new UserId("anna"),
            "Anna \"Ann\" \\o/",
            new Profile("Anna", "anna@example.org", "+81 1", "7", "Intern (summer)", "Osaka", null),
            List.of(),
            Map.of(new FieldId("floor"), "3", new FieldId("a.b-c_D"), "x"),
            MemberStatus.ACTIVE);

    private static boolean holds(String text) {
        return Condition.parse(text).holdsFor(ANNA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city = \"Osaka\"",
                "  city=\"Osaka\"  ",
                "city\n=\t\"Osaka\"",
                "city != \"osaka\"",
                "country != \"JP\"",
                "country != \"\"",
                "job_title starts with \"Intern\"",
                "job_title starts   with \"\"",
                "job_title contains \"(sum\"",
                "city in (\"Kyoto\", \"Osaka\")",
                "city in(\"Osaka\")",
                "city in (\"Osaka\",\"Osaka\")",
                "custom_fields.floor = \"3\"",
                "custom_fields.a.b-c_D = \"x\"",
                "custom_fields.other != \"3\"",
                "email = \"anna@example.org\" and mobile = \"+81 1\" and employee_no = \"7\" and en_name = \"Anna\"",
                "name = \"Anna \\\"Ann\\\" \\\\o/\"",
                "not city = \"Kyoto\"",
                "not not city = \"Osaka\"",
                "not(city = \"Kyoto\")",
                "(city = \"Osaka\")",
                "city = \"Osaka\" or city = \"Kyoto\" and city = \"Oslo\"",
                "not city = \"Osaka\" or city = \"Osaka\"",
                "not (city = \"Osaka\" and country = \"JP\")",
            })
    void holdsForAnna(String text) {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city = \"osaka\"",
                "city = \"\"",
                "country = \"\"",
                "country starts with \"\"",
                "country contains \"\"",
                "country in (\"JP\")",
                "not country != \"JP\"",
                "city != \"Osaka\"",
                "(city = \"Osaka\" or city = \"Kyoto\") and city = \"Oslo\"",
                "not city = \"Osaka\" and city = \"Osaka\"",
                "custom_fields.Floor = \"3\"",
            })
    void doesNotHoldForAnna(String text) {
        assertThat(holds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "|0|the name of a profile field",
                "city|4|`=`, `!=`, `starts with`, `contains` or `in`",
                "town = \"x\"|0|the name of a profile field",
                "CITY = \"x\"|0|the name of a profile field",
                "status = \"active\"|0|the name of a profile field",
                "custom_fields. = \"x\"|0|the name of a profile field",
                "city == \"x\"|6|a text in double quotes",
                "city = x|7|a text in double quotes",
                "city = 'x'|7|a text in double quotes",
                "city = \"x|9|a closing double quote",
                "city = \"x\\\"|11|a closing double quote",
                "city starts \"x\"|12|`with`",
                "city startswith \"x\"|5|`=`, `!=`",
                "city in \"x\"|8|`(`",
                "city in ()|9|a text in double quotes",
                "city in (\"x\"|12|`)`",
                "city in (\"x\" \"y\")|13|`)`",
                "(city = \"x\"|11|`)`",
                "city = \"x\")|10|`and`, `or` or the end",
                "city = \"x\" city = \"y\"|11|`and`, `or` or the end",
                "city = \"x\" and|14|the name of a profile field",
                "city = \"x\" AND city = \"y\"|11|`and`, `or` or the end",
                "not|3|the name of a profile field",
            })
    void saysWhereATextIsNoCondition(String text, int position, String expected) {
        String given = text == null ? "" : text;
        assertThatThrownBy(() -> Condition.parse(given)).isInstanceOfSatisfying(ConditionSyntaxException.class, e -> {
            assertThat(e.position()).as(e.getMessage()).isEqualTo(position);
            assertThat(e).hasMessageContaining(expected).hasMessageContaining("character " + (position + 1));
        });
    }

    @Test
    void isNeitherEndlessNorBottomless() {
        String deep = "(".repeat(49) + "city = \"x\"" + ")".repeat(49);
        assertThat(Condition.parse(deep).text()).isEqualTo(deep);
        assertThatThrownBy(() -> Condition.parse("(" + deep + ")"))
                .isInstanceOf(ConditionSyntaxException.class)
                .hasMessageContaining("50 levels");
        assertThatThrownBy(() -> Condition.parse("not ".repeat(900) + "city = \"x\""))
                .isInstanceOf(ConditionSyntaxException.class);
        String longest = "city = \"" + "x".repeat(3991) + "\"";
        assertThat(Condition.parse(longest).holdsFor(ANNA)).isFalse();
        assertThatThrownBy(() -> Condition.parse(longest + " "))
                .isInstanceOf(ConditionSyntaxException.class)
                .hasMessageContaining("4000");
    }

    @Test
    void knowsItsCustomFieldsAndEqualsByText() {
        Condition condition =
                Condition.parse("custom_fields.a = \"1\" or not custom_fields.b in (\"2\") and city = \"3\"");
        assertThat(condition.customFields()).containsExactlyInAnyOrder(new FieldId("a"), new FieldId("b"));
        assertThat(condition).isEqualTo(Condition.parse(condition.text())).hasToString(condition.text());
        assertThat(condition).hasSameHashCodeAs(Condition.parse(condition.text()));
        assertThat(condition).isNotEqualTo(Condition.parse("city = \"3\""));
    }

    /** A text and what it must mean, made together. */
    private record Sample(String text, Predicate<Member> meaning, int strength) {}

    private static final int OR = 0;
    private static final int AND = 1;
    private static final int ATOM = 2;

    @RepeatedTest(50)
    void meansWhatItSays() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Sample sample = sample(random, 5);
            Condition condition = Condition.parse(sample.text());
            for (int n = 0; n < 20; n++) {
                Member member = member(random);
                assertThat(condition.holdsFor(member))
                        .as("seed %s: %s for %s", seed, sample.text(), member)
                        .isEqualTo(sample.meaning().test(member));
            }
        }
    }

    private static Sample sample(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return comparison(random);
        }
        Sample left = sample(random, depth - 1);
        Sample right = sample(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Sample(
                        in(left, OR) + " or " + in(right, AND), left.meaning().or(right.meaning()), OR);
            case 1 ->
                new Sample(
                        in(left, AND) + " and " + in(right, ATOM),
                        left.meaning().and(right.meaning()),
                        AND);
            case 2 -> new Sample("not " + in(left, ATOM), left.meaning().negate(), ATOM);
            default -> new Sample("( " + left.text() + " )", left.meaning(), ATOM);
        };
    }

    private static String in(Sample sample, int strength) {
        return sample.strength() >= strength ? sample.text() : "(" + sample.text() + ")";
    }

    private static Sample comparison(Random random) {
        String field =
                List.of("name", "city", "job_title", "custom_fields.floor").get(random.nextInt(4));
        String value = word(random);
        String quoted = quoted(value);
        return switch (random.nextInt(5)) {
            case 0 -> new Sample(field + " = " + quoted, member -> value.equals(member.field(field)), ATOM);
            case 1 -> new Sample(field + " != " + quoted, member -> !value.equals(member.field(field)), ATOM);
            case 2 ->
                new Sample(
                        field + " starts with " + quoted,
                        member -> member.field(field) != null
                                && member.field(field).startsWith(value),
                        ATOM);
            case 3 ->
                new Sample(
                        field + " contains " + quoted,
                        member -> member.field(field) != null
                                && member.field(field).contains(value),
                        ATOM);
            default -> {
                List<String> values = new ArrayList<>(List.of(value, word(random)));
                yield new Sample(
                        field + " in (" + quoted + ", " + quoted(values.get(1)) + ")",
                        member -> values.contains(member.field(field)),
                        ATOM);
            }
        };
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String word(Random random) {
        return List.of("", "a", "ab", "b\"", "\\", "and", "not (", "大阪").get(random.nextInt(8));
    }

    private static Member member(Random random) {
        String city = random.nextBoolean() ? word(random) : null;
        Map<FieldId, String> floor = random.nextBoolean() ? Map.of(new FieldId("floor"), word(random)) : Map.of();
        Profile profile = new Profile(null, null, null, null, word(random), city, null);
        return new Member(new UserId("u"), word(random), profile, List.of(), floor, MemberStatus.ACTIVE);
    }
}
