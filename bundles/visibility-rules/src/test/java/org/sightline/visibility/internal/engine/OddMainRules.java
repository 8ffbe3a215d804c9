package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.testkit.bruteforce.BruteForce.OtherMainRule;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.Nobody;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.OwnUnit;
import org.sightline.visibility.model.MainRuleChoice;

/** Main rules as vendors might write them, each beside a plain statement of the same thing. */
final class OddMainRules {

    private static final List<MainRule> ALL = List.of(
            new Everyone(),
            new Nobody(),
            new OwnDepartment(),
            new OwnUnit(),
            new Vendor("own_city", OddMainRules::ownCity),
            new Vendor("shared_letters", OddMainRules::sharedLetters),
            new Vendor("odd_pairs", OddMainRules::oddPairs));

    private OddMainRules() {}

    static MainRule named(String type) {
        return ALL.stream().filter(rule -> rule.type().equals(type)).findAny().orElseThrow();
    }

    /** The plain statement of a vendor's rule. */
    static OtherMainRule plainly(String type) {
        return switch (type) {
            case "own_city" ->
                statement(
                        (viewer, target) -> viewer.profile().city() != null
                                && Objects.equals(
                                        viewer.profile().city(),
                                        target.profile().city()),
                        (viewer, department) -> false);
            case "shared_letters" ->
                statement(
                        (viewer, target) -> Arrays.stream(letters(viewer.id().value()))
                                .anyMatch(letter -> contains(letters(target.id().value()), letter)),
                        (viewer, department) -> Arrays.stream(
                                        letters(viewer.id().value()))
                                .anyMatch(letter -> contains(letters(department.value()), letter)));
            case "odd_pairs" ->
                statement(
                        (viewer, target) -> odd(viewer.id().value(), target.id().value()),
                        (viewer, department) -> odd(viewer.id().value(), department.value()));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Sight ownCity(DirectorySnapshot directory) {
        return new Sight.ByKeys(new Keys(
                member -> city(directory.member(member)), member -> city(directory.member(member)), any -> new int[0]));
    }

    private static int[] city(Member member) {
        String city = member.profile().city();
        return city == null ? new int[0] : new int[] {city.charAt(1)};
    }

    private static Sight sharedLetters(DirectorySnapshot directory) {
        return new Sight.ByKeys(new Keys(
                member -> letters(directory.member(member).id().value()),
                member -> letters(directory.member(member).id().value()),
                department -> letters(directory.department(department).id().value())));
    }

    private static Sight oddPairs(DirectorySnapshot directory) {
        return new Sight.ByPairs(new Sight.Pairs() {
            @Override
            public boolean seesMember(int viewer, int member) {
                return odd(
                        directory.member(viewer).id().value(),
                        directory.member(member).id().value());
            }

            @Override
            public boolean seesDepartment(int viewer, int department) {
                return odd(
                        directory.member(viewer).id().value(),
                        directory.department(department).id().value());
            }
        });
    }

    private static int[] letters(String id) {
        return id.substring(1).chars().toArray();
    }

    private static boolean contains(int[] numbers, int number) {
        return Arrays.stream(numbers).anyMatch(each -> each == number);
    }

    private static boolean odd(String one, String other) {
        return ((31 * one.hashCode() + other.hashCode()) & 3) == 1;
    }

    private static OtherMainRule statement(Plain<Member> members, Plain<DepartmentId> departments) {
        return new OtherMainRule() {
            @Override
            public boolean shows(Member viewer, Member target) {
                return members.shows(viewer, target);
            }

            @Override
            public boolean shows(Member viewer, DepartmentId target) {
                return departments.shows(viewer, target);
            }
        };
    }

    private interface Plain<T> {

        boolean shows(Member viewer, T target);
    }

    private record Keys(
            java.util.function.IntFunction<int[]> viewers,
            java.util.function.IntFunction<int[]> members,
            java.util.function.IntFunction<int[]> departments)
            implements Sight.Keys {

        @Override
        public int[] ofViewer(int viewer) {
            return viewers.apply(viewer);
        }

        @Override
        public int[] ofMember(int member) {
            return members.apply(member);
        }

        @Override
        public int[] ofDepartment(int department) {
            return departments.apply(department);
        }
    }

    private record Vendor(String type, java.util.function.Function<DirectorySnapshot, Sight> sights)
            implements MainRule {

        @Override
        public Map<Locale, String> labels() {
            return Map.of(Locale.ENGLISH, type);
        }

        @Override
        public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
            return sights.apply(directory);
        }
    }
}
