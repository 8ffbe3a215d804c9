package org.sightline.testkit.contacts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.ProfileField;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.testkit.bruteforce.BruteForce;

/** The search of the contacts straight from docs/concepts.md, "Search": everybody, field by field, word by word. */
public final class BruteForceSearch {

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final String DEPARTMENT = "department";

    private final TenantState state;
    private final Beholding judge;
    private final Predicate<String> searchable;
    private final Comparator<String> names;

    /**
     * Prepares for a state.
     *
     * @param judge decides who sees whom
     * @param names how the tenant's locale orders names
     */
    public BruteForceSearch(TenantState state, BruteForce judge, Comparator<String> names) {
        this(state, Beholding.of(judge), field -> !field.equals(DEPARTMENT), names);
    }

    /**
     * Prepares for a state that somebody looks at.
     *
     * @param judge      tells who finds what of it
     * @param searchable the fields that may be searched by; {@code department} for the names of a member's departments
     * @param names      how the tenant's locale orders names
     */
    public BruteForceSearch(
            TenantState state, Beholding judge, Predicate<String> searchable, Comparator<String> names) {
        this.state = state;
        this.judge = judge;
        this.searchable = searchable;
        this.names = names;
    }

    /**
     * Returns what a viewer finds, in order: {@code member bob by city}, {@code department lab by name}.
     *
     * @param fields only these; empty for all
     * @param kind   {@code member} or {@code department} for only those; null for both
     */
    public List<String> find(UserId viewer, String query, List<String> fields, @Nullable String kind) {
        List<Found> found = new ArrayList<>();
        List<String> words = words(query, "\\s+");
        if (words.isEmpty()) {
            return List.of();
        }
        for (Member member : state.members()) {
            String field = firstField(values(member), fields, words);
            if (field == null) {
                field = byDepartment(viewer, member, fields, words);
            }
            if (field != null && !DEPARTMENT.equals(kind) && judge.member(viewer, member.id())) {
                found.add(new Found("member", member.name(), member.id().value(), field));
            }
        }
        for (Department department : state.departments()) {
            String field = firstField(Map.of("name", department.name()), fields, words);
            if (field != null && !"member".equals(kind) && judge.department(viewer, department.id())) {
                found.add(new Found(
                        "department", department.name(), department.id().value(), field));
            }
        }
        found.sort(Comparator.comparing(Found::name, names)
                .thenComparing(Found::id)
                .thenComparing(Found::kind, Comparator.reverseOrder()));
        return found.stream()
                .map(each -> each.kind() + " " + each.id() + " by " + each.field())
                .toList();
    }

    /** Whether a name has all words of a query. */
    public boolean matchesName(String name, String query) {
        List<String> words = words(query, "\\s+");
        return !words.isEmpty() && words.stream().allMatch(word -> has(name, false, word));
    }

    private Map<String, String> values(Member member) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", member.name());
        for (ProfileField field : ProfileField.values()) {
            String value = field.of(member.profile());
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        for (CustomField field : state.fields()) {
            String value = member.customFields().get(field.id());
            if (value != null) {
                values.put("custom_fields." + field.id(), value);
            }
        }
        return values;
    }

    private @Nullable String byDepartment(UserId viewer, Member member, List<String> fields, List<String> words) {
        boolean asked = fields.isEmpty() || fields.contains(DEPARTMENT);
        for (Department department : state.departments()) {
            boolean in = member.departments().stream()
                    .anyMatch(place -> place.department().equals(department.id()));
            if (asked
                    && searchable.test(DEPARTMENT)
                    && in
                    && judge.department(viewer, department.id())
                    && words.stream().allMatch(word -> has(department.name(), false, word))) {
                return DEPARTMENT;
            }
        }
        return null;
    }

    private @Nullable String firstField(Map<String, String> values, List<String> fields, List<String> words) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            boolean asked = (fields.isEmpty() || fields.contains(value.getKey())) && searchable.test(value.getKey());
            boolean email = value.getKey().equals("email");
            if (asked && words.stream().allMatch(word -> has(value.getValue(), email, word))) {
                return value.getKey();
            }
        }
        return null;
    }

    private static boolean has(String value, boolean email, String wanted) {
        List<String> own = new ArrayList<>(words(value, "\\s+"));
        if (email) {
            own.addAll(words(value, "[\\s@._-]+"));
        }
        return own.stream().anyMatch(word -> beginsAnywhere(word, wanted));
    }

    private static boolean beginsAnywhere(String word, String wanted) {
        for (int at = 0; at < word.length(); at++) {
            boolean begins = at == 0 || isWithoutSpaces(word, at) || isWithoutSpaces(word, at - 1);
            if (begins && word.startsWith(wanted, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithoutSpaces(String word, int at) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(word.codePointAt(at)));
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(plain(text).split(separator))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without case, accents and width. */
    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]", "");
        // By way of capital letters, which have no final sigma and write the sharp s as two.
        StringBuilder folded = new StringBuilder();
        apart.toUpperCase(java.util.Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded.toString().replaceAll("[\\u0300-\\u036f]", ""), Normalizer.Form.NFC);
    }

    private record Found(String kind, String name, String id, String field) {}
}
