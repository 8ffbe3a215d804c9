package org.sightline.directory.model;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * What the members of a dynamic group satisfy, such as {@code city = "Osaka" and job_title starts with "Intern"}
 * (docs/concepts.md, "Conditions"). Two conditions are equal when their texts are.
 */
public final class Condition {

    private final String text;
    private final Predicate<Member> test;

    private Condition(String text, Predicate<Member> test) {
        this.text = text;
        this.test = test;
    }

    /**
     * Reads a condition.
     *
     * @throws ConditionSyntaxException when the text is not one, saying where and what was expected
     */
    public static Condition parse(String text) {
        return new Condition(text, new ConditionParser(text).parse());
    }

    /** Returns the text as it was written. */
    public String text() {
        return text;
    }

    /** Whether the member satisfies the condition; the status plays no part. */
    public boolean holdsFor(Member member) {
        return test.test(member);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
