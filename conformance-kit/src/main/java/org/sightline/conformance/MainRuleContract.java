package org.sightline.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.ParameterFault;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/**
 * Tells whether a main rule keeps the contract of {@link MainRule}. Extend it in the rule's own tests; a rule with
 * parameters also overrides {@link #accepted()} and {@link #refused()}. Every failure says what is wrong and what to do.
 */
@SuppressWarnings("JUnitMethodDeclaration")
public abstract class MainRuleContract {

    private static final int LARGE = 20_000;
    private static final int PAIRS = 100_000;
    private static final int RACES = 10;
    private static final int COLLECTIONS = 40;
    private static final int PAUSE_MILLIS = 25;

    /** Returns a new instance of the rule, as the framework would make it. */
    protected abstract MainRule rule();

    /** Returns choices that the rule takes in {@link Organisations#odd()}; the one without parameters unless overridden. */
    protected List<MainRuleChoice> accepted() {
        return List.of(MainRuleChoice.of(rule().type()));
    }

    /** Returns choices that the rule must refuse in {@link Organisations#odd()}; none unless overridden. */
    protected List<MainRuleChoice> refused() {
        return List.of();
    }

    /** Returns the directories that the rule is tried on; small, odd and random ones unless overridden. */
    protected List<DirectorySnapshot> directories() {
        return Organisations.all();
    }

    /** Returns how long a call may take; as long as the server waits unless overridden. */
    protected Duration timeLimit() {
        return Duration.ofSeconds(10);
    }

    private <T> T call(String what, Callable<T> work) {
        return Limited.call(what, timeLimit(), work);
    }

    /** The type can be written into a policy, and stays the same. */
    @Test
    public final void typeCanBeNamedByPolicies() {
        MainRule rule = rule();
        @Nullable String type = call("`type()`", rule::type);
        Broken.unless(
                type != null && type.matches("[a-z0-9_.-]{1,64}"),
                "`type()` gave `" + type + "`",
                "Give a constant of 1 to 64 characters out of a-z 0-9 _ . -");
        Broken.unless(
                type.equals(rule.type()) && type.equals(rule().type()),
                "`type()` gives `" + type + "` the first time and something else later",
                "Give the same constant for good: policies are stored with it.");
    }

    /** People can read what the rule is called. */
    @Test
    public final void labelsNameItInEnglish() {
        @Nullable Map<Locale, String> labels = call("`labels()`", rule()::labels);
        String english = labels == null ? null : labels.get(Locale.ENGLISH);
        Broken.unless(
                english != null && !english.isBlank(),
                "`labels()` gave " + labels + ", without a text for Locale.ENGLISH",
                "Give at least Map.of(Locale.ENGLISH, \"…\"); other languages as you like.");
    }

    /** Clients can read what parameters there are. */
    @Test
    public final void parametersSchemaIsAJsonObject() {
        JsonNode schema = schema();
        Broken.unless(
                schema.path("type").asText().equals("object"),
                "`parametersSchema()` does not say \"type\": \"object\"",
                "Give a JSON Schema of the object `params`, such as {\"type\":\"object\",\"properties\":{…},"
                        + "\"additionalProperties\":false}.");
        boolean triesParameters =
                accepted().stream().anyMatch(choice -> !choice.parameters().isEmpty());
        Broken.unless(
                schema.path("properties").isEmpty() || triesParameters,
                "`parametersSchema()` names parameters, but `accepted()` tries none of them",
                "Override `accepted()` and `refused()` in the test with choices that have parameters.");
    }

    private JsonNode schema() {
        @Nullable String text = call("`parametersSchema()`", rule()::parametersSchema);
        try {
            return new ObjectMapper().readTree(text == null ? "null" : text);
        } catch (JsonProcessingException e) {
            throw new Broken(
                    "`parametersSchema()` is not JSON: " + e.getOriginalMessage(),
                    "Give the text of a JSON Schema; the default of the interface is one without parameters.",
                    e);
        }
    }

    /** Choices that make sense can be saved, those that do not are refused with a reason. */
    @Test
    public final void choicesAreChecked() {
        accepted().forEach(choice -> {
            List<ParameterFault> faults = faults(choice);
            Broken.unless(
                    faults.isEmpty(),
                    "`check` refuses " + choice + " in Organisations.odd(): " + faults,
                    "Accept it, or take it out of `accepted()`.");
        });
        refused().forEach(choice -> requireRefused(choice, "it is in `refused()`"));
    }

    /** What the schema does not allow is refused, and odd values are no reason to throw. */
    @Test
    public final void unknownAndOddParametersAreRefused() {
        MainRuleChoice plain = accepted().get(0);
        if (!schema().path("additionalProperties").asBoolean(true)) {
            requireRefused(with(plain, "no-such-parameter", "x"), "the schema forbids additional properties");
        }
        for (MainRuleChoice choice : accepted()) {
            for (String parameter : choice.parameters().keySet()) {
                List<Object> odd = List.of("", "\u0000", List.of(), Map.of(), true, List.of(List.of("x")));
                odd.forEach(value -> faults(with(choice, parameter, value)));
            }
        }
    }

    private static MainRuleChoice with(MainRuleChoice choice, String parameter, Object value) {
        Map<String, Object> parameters = new LinkedHashMap<>(choice.parameters());
        parameters.put(parameter, value);
        return new MainRuleChoice(choice.type(), choice.unitTypes(), parameters);
    }

    private void requireRefused(MainRuleChoice choice, String why) {
        Broken.unless(
                !faults(choice).isEmpty(),
                "`check` accepts " + choice + ", although " + why,
                "Return a ParameterFault for everything that `sight` would not know what to do with.");
    }

    private List<ParameterFault> faults(MainRuleChoice choice) {
        DirectorySnapshot directory = Organisations.odd().snapshot();
        @Nullable List<ParameterFault> faults = call("`check` of " + choice, () -> rule().check(choice, directory));
        if (faults == null) {
            throw new Broken("`check` of " + choice + " gave null", "Return an empty list when nothing is wrong.");
        }
        for (@Nullable ParameterFault fault : faults) {
            Broken.unless(
                    fault != null
                            && fault.pointer() != null
                            && (fault.pointer().isEmpty() || fault.pointer().startsWith("/"))
                            && fault.code() != null
                            && fault.detail() != null
                            && !fault.detail().isBlank(),
                    "`check` of " + choice + " gave " + fault,
                    "Give a JSON Pointer such as /params/radius, a code such as `invalid`, and a sentence.");
        }
        return faults;
    }

    /** Every directory gets a sight, of people and departments that are there, and stays as it was. */
    @Test
    public final void sightNamesOnlyWhoIsThere() {
        forEach((choice, directory) -> {
            int before = fingerprint(directory);
            read(rule(), choice, directory);
            Broken.unless(
                    fingerprint(directory) == before,
                    "`sight` has changed an array of the directory",
                    "Work on a copy: the arrays belong to the snapshot, which everybody shares.");
        });
    }

    /** The same choice over an equal directory gives the same, whichever instance is asked and whenever. */
    @Test
    public final void sameInputGivesTheSameSight() {
        MainRule rule = rule();
        for (long seed = 1; seed <= 3; seed++) {
            Organisation organisation = Organisations.random(seed, 60);
            for (MainRuleChoice choice : accepted()) {
                Sighting first = read(rule, choice, organisation.snapshot());
                read(rule, choice, Organisations.random(seed + 50, 80).snapshot());
                requireSame(first, read(rule, choice, organisation.snapshot(7)), "after other questions");
                requireSame(first, read(rule(), choice, organisation.snapshot()), "from another instance");
            }
        }
    }

    private static void requireSame(Sighting first, Sighting second, String when) {
        String difference = first.differenceTo(second);
        Broken.unless(
                difference == null,
                "equal directories give different sights " + when + ": " + difference,
                "Decide by the choice and the directory alone: no random numbers, no clock, no fields that remember "
                        + "earlier calls.");
    }

    /** What a list shows and what a single question answers are the same, in whatever order questions come. */
    @Test
    public final void listsAndSingleQuestionsAgree() {
        forEach((choice, directory) -> call("asking one by one", () -> {
            Sight sight = rule().sight(choice, directory);
            Sighting whole = Sighting.of(sight, directory);
            Random dice = new Random(directory.memberCount());
            for (int question = 0; question < 2_000; question++) {
                int viewer = dice.nextInt(directory.memberCount());
                int member = dice.nextInt(directory.memberCount());
                if (!directory.isActive(viewer) || !directory.isActive(member)) {
                    continue;
                }
                boolean single = Sighting.sees(sight, directory, viewer, member);
                Broken.unless(
                        single == whole.shows(viewer, member),
                        "the whole list says " + !single + " for viewer " + viewer + " and member " + member
                                + ", the single question says " + single,
                        "Let a sight answer from what `sight` worked out, never from what was asked before.");
            }
            return true;
        }));
    }

    /** Several tenants can be worked out at once, and many threads can ask one sight. */
    @Test
    public final void isSafeForManyThreads() {
        MainRule rule = rule();
        MainRuleChoice choice = accepted().get(0);
        List<Sighting> alone = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> read(rule(), choice, forThread(number).snapshot()))
                .toList();
        for (int round = 0; round < RACES; round++) {
            // Everybody waits half way for the others, so that all are inside `sight` at the same time.
            CyclicBarrier halfWay = new CyclicBarrier(Race.THREADS);
            List<DirectorySnapshot> directories = IntStream.range(0, Race.THREADS)
                    .mapToObj(number -> forThread(number).snapshot(1, () -> Race.meet(halfWay)))
                    .toList();
            List<Sighting> together = Race.run("working out four directories at once", timeLimit(), number -> () -> {
                DirectorySnapshot directory = directories.get(number);
                return Sighting.of(rule.sight(choice, directory), directory);
            });
            for (int number = 0; number < together.size(); number++) {
                String difference = alone.get(number).differenceTo(together.get(number));
                Broken.unless(
                        difference == null,
                        "four directories worked out at once give something else than one alone: " + difference,
                        "Keep nothing in fields of the rule; what a call needs belongs into local variables and into "
                                + "the sight it returns.");
            }
        }
    }

    private static Organisation forThread(int number) {
        return Organisations.random(70 + number, 150 + 60 * number);
    }

    /** A large directory is worked out within the limit. */
    @Test
    public final void keepsTheTimeLimit() {
        DirectorySnapshot directory = Organisations.random(3, LARGE).snapshot();
        for (MainRuleChoice choice : accepted()) {
            call("working out " + LARGE + " members", () -> {
                Sighting.askOnce(rule().sight(choice, directory), directory, PAIRS);
                return true;
            });
        }
    }

    /** Once the sight is gone, the rule holds nothing that keeps the directory in memory. */
    @Test
    public final void keepsNothingOfTheDirectory() {
        MainRule rule = rule();
        WeakReference<DirectorySnapshot> directory = askAboutOneThatNobodyElseKnows(rule);
        for (int attempt = 0; attempt < COLLECTIONS && directory.get() != null; attempt++) {
            System.gc();
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Broken.unless(
                directory.get() == null && rule.type() != null,
                "the rule still holds a directory after its sight is gone",
                "Keep directories, members and sights out of fields and static caches: each holds a whole organisation "
                        + "in memory.");
    }

    private WeakReference<DirectorySnapshot> askAboutOneThatNobodyElseKnows(MainRule rule) {
        DirectorySnapshot directory = Organisations.random(4, 30).snapshot();
        read(rule, accepted().get(0), directory);
        return new WeakReference<>(directory);
    }

    private Sighting read(MainRule rule, MainRuleChoice choice, DirectorySnapshot directory) {
        return call(
                "`sight` of " + choice + " over " + directory.memberCount() + " members",
                () -> Sighting.of(rule.sight(choice, directory), directory));
    }

    private static int fingerprint(DirectorySnapshot directory) {
        return directory instanceof PlainSnapshot plain ? plain.fingerprint() : 0;
    }

    private void forEach(Trial trial) {
        for (MainRuleChoice choice : accepted()) {
            directories().forEach(directory -> trial.of(choice, directory));
        }
    }

    /** One choice over one directory. */
    private interface Trial {

        void of(MainRuleChoice choice, DirectorySnapshot directory);
    }
}
