package org.sightline.benchmarks.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;

/**
 * Random pairs with the brute-force evaluator's answers. What a pair is answered depends on nobody else, so the
 * evaluator gets an organisation of only those members who are asked about, which keeps it quick.
 */
public final class Agreement {

    private final List<Question> questions;

    /**
     * A question and its answer.
     *
     * @param viewer  the viewer's number
     * @param target  the target's number
     * @param visible what the brute-force evaluator says
     */
    public record Question(int viewer, int target, boolean visible) {}

    /** Whoever answers questions by numbers. */
    @FunctionalInterface
    public interface Answerer {

        /** Whether the viewer sees the target. */
        boolean sees(int viewer, int target) throws Exception;
    }

    /** Draws members and asks about every pair of them. */
    public Agreement(TenantState state, int members, long seed) {
        List<Member> all = state.members();
        int[] numbers = new Random(seed)
                .ints(0, all.size())
                .distinct()
                .limit(Math.min(members, all.size()))
                .toArray();
        List<Member> asked = new ArrayList<>();
        for (int number : numbers) {
            asked.add(all.get(number));
        }
        BruteForce judge = new BruteForce(only(state, asked), null);
        questions = new ArrayList<>(numbers.length * numbers.length);
        for (int viewer = 0; viewer < numbers.length; viewer++) {
            for (int target = 0; target < numbers.length; target++) {
                boolean visible = judge.sees(
                                asked.get(viewer).id(), asked.get(target).id())
                        .visible();
                questions.add(new Question(numbers[viewer], numbers[target], visible));
            }
        }
    }

    private static TenantState only(TenantState state, List<Member> members) {
        Set<UserId> ids = new HashSet<>();
        members.forEach(member -> ids.add(member.id()));
        List<Group> groups = state.groups().stream()
                .map(group -> new Group(
                        group.id(),
                        group.name(),
                        group.members().stream().filter(ids::contains).toList(),
                        group.departments(),
                        group.condition()))
                .toList();
        return new TenantState(
                state.tenant(),
                state.revision(),
                state.departments(),
                members,
                groups,
                state.units(),
                state.fields(),
                state.administrators(),
                state.policy(),
                state.policyRevision());
    }

    /** Returns the questions with their answers. */
    public List<Question> questions() {
        return questions;
    }

    /** Returns how many of the first questions somebody answers otherwise. */
    public int unequal(Answerer answerer, int first) throws Exception {
        int unequal = 0;
        for (Question question : questions.subList(0, Math.min(first, questions.size()))) {
            if (answerer.sees(question.viewer(), question.target()) != question.visible()) {
                unequal++;
            }
        }
        return unequal;
    }
}
