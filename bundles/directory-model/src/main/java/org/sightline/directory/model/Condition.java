package org.sightline.directory.model;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the members of a dynamic group satisfy, such as {@code city = "Osaka" and job_title starts with "Intern"}
 * (docs/concepts.md, "Conditions"). Two conditions are equal when their texts are.
 */
public final class Condition {

    private final String text;
    private final Predicate<Member> test;
    private final Set<FieldId> customFields;

    private Condition(String text, Predicate<Member> test, Set<FieldId> customFields) {
        this.text = text;
        this.test = test;
        this.customFields = customFields;
    }

    /**
     * Reads a condition.
     *
     * @throws ConditionSyntaxException when the text is not one, saying where and what was expected
     */
    public static Condition parse(String text) {
        ConditionParser parser = new ConditionParser(text);
        return new Condition(text, parser.parse(), parser.customFields());
    }

    /** Returns the text as it was written. */
    public String text() {
        return text;
    }

    /** Returns the custom fields the condition speaks of, in any order. */
    public Set<FieldId> customFields() {
        return customFields;
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
