package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** What goes out as JSON comes back as the same value, whatever it is. */
class RoundTripTest {

    private static final long SEED = 20_261_125;
    private static final FieldTypes TYPES = FieldTypes.of(List.of(
            new CustomField(new FieldId("n"), "N", FieldType.NUMBER, List.of()),
            new CustomField(new FieldId("t"), "T", FieldType.TEXT, List.of())));
    private static final String[] TEXTS = {
        "Ann", "Зоя", "王小明", "さくら", "한지민", "ليلى", "é\u0301", "😀", "\"\\/", "\u0000\u001f\u2028", "  ", "null"
    };

    private final Random random = new Random(SEED);

    @Test
    void members() {
        for (int i = 0; i < 2_000; i++) {
            Member member = member();

            assertThat(Json.read(Json.bytes(UserJson.of(member, TYPES)), UserJson.class)
                            .toModel(TYPES))
                    .as("seed %s, round %s", SEED, i)
                    .isEqualTo(member);
            assertThat(Json.bind(Json.tree(UserJson.of(member, TYPES)), UserJson.class)
                            .toModel())
                    .as("as a tree, seed %s, round %s", SEED, i)
                    .isEqualTo(member);
        }
    }

    @Test
    void policies() {
        for (int i = 0; i < 1_000; i++) {
            VisibilityPolicy policy = new VisibilityPolicy(
                    new MainRuleChoice("own_unit", texts(3), params(3)),
                    Stream.generate(this::ruleSet).limit(random.nextInt(3)).toList(),
                    random.nextBoolean() ? DisplayOrder.DEPARTMENTS_FIRST : DisplayOrder.MEMBERS_FIRST);

            assertThat(Json.read(Json.text(PolicyJson.of(policy)), PolicyJson.class)
                            .toModel())
                    .as("seed %s, round %s", SEED, i)
                    .isEqualTo(policy);
        }
    }

    private Member member() {
        Map<FieldId, String> custom = new HashMap<>();
        if (random.nextBoolean()) {
            custom.put(new FieldId("n"), number().toPlainString());
            custom.put(new FieldId("t"), text());
        }
        boolean deleted = random.nextInt(5) == 0;
        return new Member(
                new UserId("u" + random.nextInt(1000)),
                text(),
                new Profile(maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe()),
                deleted ? List.of() : memberships(),
                custom,
                status(deleted));
    }

    private MemberStatus status(boolean deleted) {
        if (deleted) {
            return MemberStatus.DELETED;
        }
        return random.nextBoolean() ? MemberStatus.ACTIVE : MemberStatus.SUSPENDED;
    }

    private List<Membership> memberships() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(n -> new Membership(new DepartmentId("d" + n), random.nextInt(5) - 2))
                .toList();
    }

    private RuleSet ruleSet() {
        List<Rule> rules = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            rules.add(new Rule(
                    new RuleId("r" + n),
                    maybe(),
                    new Subjects(
                            ids().stream().map(UserId::new).toList(),
                            ids().stream().map(GroupId::new).toList(),
                            ids().stream().map(DepartmentId::new).toList()),
                    new Targets(
                            ids().stream().map(UserId::new).toList(),
                            ids().stream().map(DepartmentId::new).toList()),
                    random.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN));
        }
        return new RuleSet(rules);
    }

    private Map<String, Object> params(int depth) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            params.put(text() + n, param(depth));
        }
        return params;
    }

    private Object param(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> number();
            case 3 -> params(depth - 1);
            default -> List.of(param(depth - 1), param(depth - 1));
        };
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(12));
    }

    private List<String> ids() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(n -> "i" + n).toList();
    }

    private List<String> texts(int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(n -> TEXTS[n] + n)
                .toList();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String maybe() {
        return random.nextBoolean() ? text() : null;
    }
}
