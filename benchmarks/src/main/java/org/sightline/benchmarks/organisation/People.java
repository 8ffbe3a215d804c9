package org.sightline.benchmarks.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;

/** Members with names of several scripts, one of twenty in two departments, one of a hundred suspended. */
final class People {

    /** Cities that dynamic groups ask for. */
    static final List<String> CITIES = List.of(
            "Osaka",
            "Tokyo",
            "Nagoya",
            "Sapporo",
            "Berlin",
            "Hamburg",
            "Köln",
            "Paris",
            "Lyon",
            "Seoul",
            "Busan",
            "Singapore",
            "Jakarta",
            "Boston",
            "Austin",
            "Toronto",
            "Sydney",
            "Wien",
            "Zürich",
            "Praha");

    private static final List<String> FAMILY = List.of(
            "Abe",
            "Bauer",
            "Costa",
            "Dubois",
            "Endō",
            "Fischer",
            "García",
            "Hoffmann",
            "Ito",
            "Jensen",
            "Kim",
            "Lindqvist",
            "Moreau",
            "Nakamura",
            "Okafor",
            "Petrov",
            "Quintana",
            "Rossi",
            "Sato",
            "Tanaka",
            "Ueda",
            "Vogel",
            "Watanabe",
            "Yamamoto",
            "Zhang");
    private static final List<String> GIVEN = List.of(
            "Aiko", "Bernd", "Chloé", "Daichi", "Emma", "Felix", "Grace", "Haruto", "Ines", "Jakub", "Keiko", "Leon",
            "Mina", "Noah", "Olga", "Pablo", "Ren", "Sofia", "Takumi", "Uwe", "Vera", "Wei", "Yuna", "Zoë");
    private static final List<String> KANJI = List.of("佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村", "小林", "加藤");
    private static final List<String> KANJI_GIVEN = List.of("愛子", "大地", "陽翔", "恵子", "美奈", "蓮", "拓海", "結菜", "葵", "翔太");
    private static final List<String> TITLES = List.of(
            "Engineer",
            "Senior Engineer",
            "Intern",
            "Analyst",
            "Account Manager",
            "Director",
            "Designer",
            "Technician",
            "Assistant",
            "Consultant");
    private static final int EMPLOYEE_NUMBERS = 10_000_000;

    private People() {}

    static UserId id(int number) {
        return new UserId("m" + number);
    }

    static List<Member> make(int count, Tree tree, Random random) {
        List<Member> members = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            members.add(member(number, tree, random));
        }
        return members;
    }

    private static Member member(int number, Tree tree, Random random) {
        int first = random.nextInt(tree.count());
        int second = random.nextInt(tree.count());
        List<Membership> places = number % 20 == 0 && first != second
                ? List.of(new Membership(Tree.id(first), 0), new Membership(Tree.id(second), 0))
                : List.of(new Membership(Tree.id(first), 0));
        String given = one(GIVEN, random);
        String family = one(FAMILY, random);
        String latin = given + " " + family;
        String name = random.nextInt(3) == 0 ? one(KANJI, random) + one(KANJI_GIVEN, random) : latin;
        Profile profile = new Profile(
                name.equals(latin) ? null : latin,
                "u" + number + "@big.example",
                random.nextInt(2) == 0 ? "+81 90 " + (10_000_000 + random.nextInt(80_000_000)) : null,
                String.format(Locale.ROOT, "%07d", random.nextInt(EMPLOYEE_NUMBERS)),
                one(TITLES, random),
                one(CITIES, random),
                null);
        MemberStatus status = number % 100 == 99 ? MemberStatus.SUSPENDED : MemberStatus.ACTIVE;
        return new Member(id(number), name, profile, places, Map.of(), status);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
