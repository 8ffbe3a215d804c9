package org.sightline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.ParameterFault;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** The contract finds what is wrong, and only that: each bad rule is caught by the check that is meant for it. */
class MainRuleContractTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private static List<Complaint> complaints(Supplier<MainRule> rule) {
        return Complaint.of(new MainRuleContract() {
            @Override
            protected MainRule rule() {
                return rule.get();
            }

            @Override
            protected List<MainRuleChoice> accepted() {
                return List.of(
                        MainRuleChoice.of("by_initial"),
                        new MainRuleChoice("by_initial", List.of(), Map.of("length", BigDecimal.ONE)));
            }

            @Override
            protected List<MainRuleChoice> refused() {
                return List.of(new MainRuleChoice("by_initial", List.of(), Map.of("length", "one")));
            }

            @Override
            protected Duration timeLimit() {
                return Duration.ofSeconds(2);
            }
        });
    }

    private static void assertCaught(Supplier<MainRule> rule, String check, String words) {
        assertCaught(complaints(rule), check, words);
    }

    private static void assertCaughtAlone(Supplier<MainRule> rule, String check, String words) {
        List<Complaint> complaints = complaints(rule);
        assertCaught(complaints, check, words);
        assertThat(complaints).extracting(Complaint::check).containsExactly(check);
    }

    private static void assertCaught(List<Complaint> complaints, String check, String words) {
        assertThat(complaints)
                .filteredOn(complaint -> complaint.check().equals(check))
                .singleElement()
                .satisfies(complaint ->
                        assertThat(complaint.message()).contains(words).containsPattern("What to do: [A-Z].{20,}"));
    }

    @Test
    void aGoodRulePasses() {
        assertThat(complaints(GoodRule::new)).isEmpty();
    }

    @Test
    void rulesInTheOtherTwoFormsPass() {
        assertThat(complaints(() -> new GoodRule() {
                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        return new Sight.ByDepartments(viewer -> directory.departmentsOf(viewer));
                    }
                }))
                .isEmpty();
        assertThat(complaints(() -> new Pairwise((directory, viewer, member) -> (viewer + member) % 2 == 0)))
                .isEmpty();
    }

    @Test
    void aTypeThatPoliciesCannotName() {
        assertCaughtAlone(
                () -> new GoodRule() {
                    @Override
                    public String type() {
                        return "By Initial";
                    }
                },
                "typeCanBeNamedByPolicies",
                "`By Initial`");
    }

    @Test
    void aTypeThatChanges() {
        AtomicInteger asked = new AtomicInteger();
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    public String type() {
                        return "by_initial" + asked.incrementAndGet();
                    }
                },
                "typeCanBeNamedByPolicies",
                "something else later");
    }

    @Test
    void noEnglishLabel() {
        assertCaughtAlone(
                () -> new GoodRule() {
                    @Override
                    public Map<Locale, String> labels() {
                        return Map.of(Locale.GERMAN, "Anfangsbuchstabe");
                    }
                },
                "labelsNameItInEnglish",
                "Locale.ENGLISH");
    }

    @Test
    void aSchemaThatIsNone() {
        for (String text : Arrays.asList("{type: object}", "[]", null)) {
            assertCaught(
                    () -> new GoodRule() {
                        @Override
                        public String parametersSchema() {
                            return text;
                        }
                    },
                    "parametersSchemaIsAJsonObject",
                    "`parametersSchema()`");
        }
    }

    @Test
    void parametersThatAreNotChecked() {
        Supplier<MainRule> trusting = () -> new GoodRule() {
            @Override
            public List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
                return List.of();
            }
        };
        assertCaught(trusting, "choicesAreChecked", "length=one");
        assertCaught(trusting, "unknownAndOddParametersAreRefused", "no-such-parameter");
    }

    @Test
    void aCheckThatThrowsOnOddValues() {
        assertCaughtAlone(
                () -> new GoodRule() {
                    @Override
                    public List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
                        if (choice.parameters().get("length") instanceof List<?> list && list.isEmpty()) {
                            throw new ClassCastException("a list is no number");
                        }
                        return super.check(choice, directory);
                    }
                },
                "unknownAndOddParametersAreRefused",
                "ClassCastException");
    }

    @Test
    void aCheckThatGivesNullOrFaultsWithoutWords() {
        for (List<ParameterFault> faults : Arrays.asList(
                null,
                List.of(new ParameterFault("length", "invalid", "no pointer")),
                List.of(new ParameterFault("/params", "invalid", " ")))) {
            assertCaught(
                    () -> new GoodRule() {
                        @Override
                        public List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
                            return faults;
                        }
                    },
                    "choicesAreChecked",
                    "gave");
        }
    }

    @Test
    void noSight() {
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        return null;
                    }
                },
                "sightNamesOnlyWhoIsThere",
                "`sight` gave null");
    }

    @Test
    void aRuleThatThrows() {
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    int key(DirectorySnapshot directory, int member) {
                        return directory.member(member).profile().city().length();
                    }
                },
                "sightNamesOnlyWhoIsThere",
                "NullPointerException");
    }

    @Test
    void strangers() {
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        return new Sight.ByDepartments(viewer -> new int[] {directory.departmentCount()});
                    }
                },
                "sightNamesOnlyWhoIsThere",
                "`seenBy(0)` gave 1");
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    int key(DirectorySnapshot directory, int member) {
                        return -1;
                    }
                },
                "sightNamesOnlyWhoIsThere",
                "gave -1");
    }

    @Test
    void writingIntoTheDirectory() {
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        int[] departments = directory.departmentsOf(0);
                        departments[0] = (departments[0] + 1) % directory.departmentCount();
                        return super.sight(choice, directory);
                    }
                },
                "sightNamesOnlyWhoIsThere",
                "changed an array");
    }

    @Test
    void chance() {
        Random dice = new Random(1);
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    int key(DirectorySnapshot directory, int member) {
                        return dice.nextInt(7);
                    }
                },
                "sameInputGivesTheSameSight",
                "different sights");
    }

    @Test
    void memoryOfEarlierCalls() {
        assertCaught(
                () -> new GoodRule() {
                    private int largest;

                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        largest = Math.max(largest, directory.memberCount());
                        return super.sight(choice, directory);
                    }

                    @Override
                    int key(DirectorySnapshot directory, int member) {
                        return largest == directory.memberCount() ? member % 3 : 0;
                    }
                },
                "sameInputGivesTheSameSight",
                "after other questions");
    }

    @Test
    void aListThatSaysSomethingElseThanTheSingleQuestion() {
        assertCaught(
                () -> new Pairwise(new Pairwise.Pair() {
                    private int before = -1;

                    @Override
                    public boolean test(DirectorySnapshot directory, int viewer, int member) {
                        boolean next = member == before + 1;
                        before = member;
                        return next;
                    }
                }),
                "listsAndSingleQuestionsAgree",
                "the single question says");
    }

    @Test
    void scratchSpaceInAField() {
        assertCaught(
                () -> new GoodRule() {
                    private int[][] scratch = {};

                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        scratch = new int[directory.memberCount()][];
                        for (int member = 0; member < directory.memberCount(); member++) {
                            scratch[member] = new int[] {key(directory, member)};
                        }
                        return new Sight.ByKeys(new Keys(scratch));
                    }
                },
                "isSafeForManyThreads",
                "at once");
    }

    @Test
    void aRuleThatHangs() {
        assertCaught(
                () -> new GoodRule() {
                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        if (directory.memberCount() > 1_000) {
                            try {
                                NEVER.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                        return super.sight(choice, directory);
                    }
                },
                "keepsTheTimeLimit",
                "took longer than 2000 ms");
    }

    @Test
    void holdingOnToTheDirectory() {
        assertCaughtAlone(
                () -> new GoodRule() {
                    private volatile DirectorySnapshot last;

                    @Override
                    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
                        last = directory;
                        return super.sight(choice, last);
                    }
                },
                "keepsNothingOfTheDirectory",
                "still holds a directory");
    }

    /** A rule that is asked pair by pair. */
    private static final class Pairwise extends GoodRule {

        private final Pair pair;

        Pairwise(Pair pair) {
            this.pair = pair;
        }

        @Override
        public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
            return new Sight.ByPairs(new Sight.Pairs() {
                @Override
                public boolean seesMember(int viewer, int member) {
                    return pair.test(directory, viewer, member);
                }

                @Override
                public boolean seesDepartment(int viewer, int department) {
                    return false;
                }
            });
        }

        /** Judges two members. */
        interface Pair {

            boolean test(DirectorySnapshot directory, int viewer, int member);
        }
    }
}
