package org.sightline.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;

/** Ready-made organisations: the smallest one, one with every oddity that real directories have, and random ones. */
public final class Organisations {

    private static final List<String> CITIES = List.of("Osaka", "osaka ", "Kyōto", "MÜNCHEN", "münchen", "上海", "İzmir");
    private static final List<String> TITLES = List.of("Intern", "Engineer", "営業", "Head of Sales");

    private Organisations() {}

    /** Returns an organisation that has just been made: one member in the root. */
    public static Organisation smallest() {
        return new Organisation().member("only");
    }

    /** Returns a few people with everything that surprises: see the source for a list. */
    public static Organisation odd() {
        return new Organisation()
                .field("floor")
                .department("sales", "0", "lea", "gone")
                .department("sales.emea", "sales")
                .department("sales.emea.north", "sales.emea", "ann")
                .department("empty", "0")
                .department("works", "0", "sus")
                .member("ann", known -> known.city("Osaka").custom("floor", "3"), "sales")
                .member("ben", known -> known.city("osaka "), "sales.emea", "works")
                .member("lea", known -> known.jobTitle("Head of Sales"))
                .member("nil")
                .member("two", known -> known.city("Kyōto").country("JP"), "sales.emea.north", "0")
                .member("sus", known -> known.city("Osaka"), "works")
                .member("gone", known -> known.city("Osaka"), "sales")
                .member("Ann", known -> known.city("OSAKA").email("ann@example.org"), "empty")
                .suspended("sus")
                .deleted("gone")
                .group("board", "ann", "sus", "gone")
                .group("nobody")
                .unit("subsidiary", "company", "sales")
                .unit("plant", "site", "works", "empty");
    }

    /**
     * Returns an organisation made by dice: the same for the same arguments.
     *
     * @param seed    of the dice
     * @param members how many, at least 1
     */
    public static Organisation random(long seed, int members) {
        Random dice = new Random(seed);
        Organisation made = new Organisation().field("floor");
        List<String> departments = new ArrayList<>(List.of("0"));
        for (int number = 1; number <= 2 + members / 12; number++) {
            String id = "d" + number;
            made.department(id, any(departments, dice));
            departments.add(id);
        }
        for (int number = 0; number < members; number++) {
            addMember(made, "m" + number, departments, dice);
        }
        made.group("some", "m0", "m" + dice.nextInt(members));
        made.unit("one", "company", "d1").unit("other", "site", "d2");
        return made;
    }

    private static void addMember(Organisation to, String id, List<String> departments, Random dice) {
        String first = any(departments, dice);
        String second = any(departments, dice);
        String city = sometimes(CITIES, dice);
        String title = sometimes(TITLES, dice);
        String country = sometimes(List.of("JP", "DE", "TR"), dice);
        boolean inTwo = dice.nextInt(5) == 0 && !first.equals(second);
        to.member(
                id,
                known -> known.city(city).jobTitle(title).country(country),
                inTwo ? new String[] {first, second} : new String[] {first});
        switch (dice.nextInt(20)) {
            case 0 -> to.suspended(id);
            case 1 -> to.deleted(id);
            default -> {}
        }
    }

    private static String any(List<String> of, Random dice) {
        return of.get(dice.nextInt(of.size()));
    }

    private static @Nullable String sometimes(List<String> of, Random dice) {
        return dice.nextInt(4) == 0 ? null : any(of, dice);
    }

    /** Returns the organisations that contracts try a plug-in on unless told otherwise. */
    static List<DirectorySnapshot> all() {
        return List.of(
                smallest().snapshot(),
                odd().snapshot(),
                random(1, 40).snapshot(),
                random(2, 150).snapshot());
    }
}
