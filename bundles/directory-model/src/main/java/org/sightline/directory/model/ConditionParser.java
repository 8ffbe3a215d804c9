package org.sightline.directory.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over the grammar of docs/concepts.md, "Conditions":
 *
 * <pre>
 * or         = and { "or" and }
 * and        = not { "and" not }
 * not        = "not" not | "(" or ")" | comparison
 * comparison = field ( "=" | "!=" | "starts with" | "contains" ) string | field "in" "(" string { "," string } ")"
 * </pre>
 *
 * Comparisons are exact, case included; a member without the field satisfies only {@code !=}.
 */
final class ConditionParser {

    private static final int MAX_LENGTH = 4000;
    private static final int MAX_DEPTH = 50;

    private final String text;
    private final Set<FieldId> customFields = new HashSet<>();
    private int position;
    private int depth;

    ConditionParser(String text) {
        this.text = text;
    }

    Predicate<Member> parse() {
        if (text.length() > MAX_LENGTH) {
            throw new ConditionSyntaxException(MAX_LENGTH, "the end: a condition has at most 4000 characters");
        }
        Predicate<Member> whole = or();
        skipBlanks();
        if (position < text.length()) {
            throw expected("`and`, `or` or the end");
        }
        return whole;
    }

    /** The custom fields that were met so far. */
    Set<FieldId> customFields() {
        return Set.copyOf(customFields);
    }

    private Predicate<Member> or() {
        Predicate<Member> left = and();
        while (takeWord("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Member> and() {
        Predicate<Member> left = not();
        while (takeWord("and")) {
            left = left.and(not());
        }
        return left;
    }

    private Predicate<Member> not() {
        if (++depth > MAX_DEPTH) {
            throw expected("at most " + MAX_DEPTH + " levels of `not` and parentheses");
        }
        try {
            if (takeWord("not")) {
                return not().negate();
            }
            if (take("(")) {
                Predicate<Member> inner = or();
                require(")");
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Predicate<Member> comparison() {
        Function<Member, @Nullable String> field = field();
        if (take("!=")) {
            String value = string();
            return member -> !value.equals(field.apply(member));
        }
        if (take("=")) {
            String value = string();
            return member -> value.equals(field.apply(member));
        }
        if (takeWord("starts")) {
            requireWord("with");
            String value = string();
            return onPresent(field, actual -> actual.startsWith(value));
        }
        if (takeWord("contains")) {
            String value = string();
            return onPresent(field, actual -> actual.contains(value));
        }
        if (takeWord("in")) {
            Set<String> values = Set.copyOf(strings());
            return onPresent(field, values::contains);
        }
        throw expected("`=`, `!=`, `starts with`, `contains` or `in`");
    }

    private static Predicate<Member> onPresent(Function<Member, @Nullable String> field, Predicate<String> test) {
        return member -> {
            @Nullable String actual = field.apply(member);
            return actual != null && test.test(actual);
        };
    }

    /** Reads a field name and returns how to read the field; conditions are asked a million times, so names are not. */
    private Function<Member, @Nullable String> field() {
        skipBlanks();
        int start = position;
        while (position < text.length() && isNameCharacter(text.charAt(position))) {
            position++;
        }
        String name = text.substring(start, position);
        if (name.equals("name")) {
            return Member::name;
        }
        Optional<ProfileField> profileField = ProfileField.ofKey(name);
        if (profileField.isPresent()) {
            ProfileField known = profileField.get();
            return member -> known.of(member.profile());
        }
        if (name.startsWith(ProfileField.CUSTOM_PREFIX)) {
            return customField(start, name.substring(ProfileField.CUSTOM_PREFIX.length()));
        }
        throw noField(start);
    }

    private Function<Member, @Nullable String> customField(int start, String id) {
        try {
            FieldId field = new FieldId(id);
            customFields.add(field);
            return member -> member.customFields().get(field);
        } catch (IllegalArgumentException e) {
            throw noField(start);
        }
    }

    private ConditionSyntaxException noField(int start) {
        position = start;
        return expected("the name of a profile field, such as `city` or `custom_fields.floor`");
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }

    private List<String> strings() {
        require("(");
        List<String> values = new ArrayList<>();
        do {
            values.add(string());
        } while (take(","));
        require(")");
        return List.copyOf(values);
    }

    private String string() {
        skipBlanks();
        if (!take("\"")) {
            throw expected("a text in double quotes");
        }
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        if (position == text.length()) {
            throw expected("a closing double quote");
        }
        position++;
        return value.toString();
    }

    private boolean take(String symbol) {
        skipBlanks();
        if (text.startsWith(symbol, position)) {
            position += symbol.length();
            return true;
        }
        return false;
    }

    private void require(String symbol) {
        if (!take(symbol)) {
            throw expected("`" + symbol + "`");
        }
    }

    private boolean takeWord(String word) {
        skipBlanks();
        int end = position + word.length();
        boolean here = text.startsWith(word, position) && (end == text.length() || !isNameCharacter(text.charAt(end)));
        if (here) {
            position = end;
        }
        return here;
    }

    private void requireWord(String word) {
        if (!takeWord(word)) {
            throw expected("`" + word + "`");
        }
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private ConditionSyntaxException expected(String what) {
        return new ConditionSyntaxException(position, what);
    }
}
