package org.sightline.contacts.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.EntryKind;
import org.sightline.contacts.internal.order.NameOrder;
import org.sightline.contacts.internal.order.Standing;
import org.sightline.contacts.internal.search.WordTable.Stretch;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * The words of one directory: for each field a table of words with the ranks of those who have them, so that results
 * come in the order of names by themselves. Knows nothing of who sees whom.
 */
final class SearchIndex {

    /** So many ranks are gathered and sorted for every search; more are put into bits, which are kept. */
    private static final int FEW = 4_096;

    /** How many bytes of matches are kept for the next one who looks for the same. */
    private static final long MOST_BYTES = 48L << 20;

    private static final int MOST_PLACED = 20_000;

    /** Of so many values of a field the words are remembered while it is read: many members share a city or a title. */
    private static final int MOST_VALUES = 5_000;

    private final DirectorySnapshot directory;
    private final SearchFields fields;
    private final NameOrder names;
    private final Ranks ranks;
    private final WordTable[] tables;
    private final Map<Object, Matches> known = new LinkedHashMap<>(16, 0.75f, true);
    private long knownBytes;
    private final IdentityHashMap<Object, Placed> placed = new IdentityHashMap<>();

    private SearchIndex(DirectorySnapshot directory, NameOrder names) {
        this.directory = directory;
        this.names = names;
        fields = SearchFields.of(directory.fields());
        ranks = Ranks.of(directory, names);
        // The fields are read at the same time: whoever searches meanwhile is slower for shorter.
        tables = IntStream.range(0, fields.count())
                .parallel()
                .mapToObj(this::table)
                .toArray(WordTable[]::new);
    }

    /** Reads a whole directory; takes seconds for a million members. */
    static SearchIndex of(DirectorySnapshot directory, NameOrder names) {
        return new SearchIndex(directory, names);
    }

    private WordTable table(int field) {
        WordTable.Builder builder = new WordTable.Builder();
        boolean email = fields.isEmail(field);
        Map<String, int[]> wordsOf = new HashMap<>();
        for (int rank = 0; rank < ranks.count(); rank++) {
            String value = value(ranks.entry(rank), field);
            if (value == null) {
                continue;
            }
            int[] words = wordsOf.get(value);
            if (words == null) {
                words = words(value, email, builder);
                if (wordsOf.size() < MOST_VALUES) {
                    wordsOf.put(value, words);
                }
            }
            for (int word : words) {
                builder.add(word, rank);
            }
        }
        return builder.build();
    }

    private static int[] words(String value, boolean email, WordTable.Builder builder) {
        Ints words = new Ints(8);
        Words.beginnings(value, email, word -> words.add(builder.number(word)));
        return words.toArray();
    }

    private @Nullable String value(int entry, int field) {
        int number = Entry.number(entry);
        if (Entry.isDepartment(entry)) {
            return field == SearchFields.NAME ? directory.department(number).name() : null;
        }
        return fields.value(directory.member(number), field);
    }

    /**
     * Where an entry of another directory would stand here. Remembered for as long as its member or department stays
     * the same, as the next directory will ask for it again.
     */
    Placed placed(DirectorySnapshot other, int entry) {
        Object thing =
                Entry.isDepartment(entry) ? other.department(Entry.number(entry)) : other.member(Entry.number(entry));
        synchronized (placed) {
            Placed found = placed.get(thing);
            if (found != null && found.standing().number() == entry) {
                return found;
            }
        }
        Standing standing = Ranks.standing(other, entry, names);
        Placed found = new Placed(standing, ranks.before(standing));
        synchronized (placed) {
            if (placed.size() > MOST_PLACED) {
                placed.clear();
            }
            placed.put(thing, found);
        }
        return found;
    }

    /**
     * Where something would stand.
     *
     * @param standing    among others of its directory
     * @param ranksBefore how many ranks of the index stand before it
     */
    record Placed(Standing standing, int ranksBefore) {}

    DirectorySnapshot directory() {
        return directory;
    }

    Ranks ranks() {
        return ranks;
    }

    /** Whether texts and names of another directory are read and ordered as here. */
    boolean readsLike(DirectorySnapshot other) {
        return names.isOf(other.tenant().locale()) && fields.equals(SearchFields.of(other.fields()));
    }

    /** Everybody and everything that has all words in one of some fields. */
    Matches matches(List<String> query, int[] among, @Nullable EntryKind kind) {
        Key key = new Key(query, Arrays.toString(among), kind);
        synchronized (known) {
            Matches found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        Matches found = find(query, among, kind);
        synchronized (known) {
            if (known.put(key, found) == null) {
                knownBytes += found.bytes();
            }
            var oldest = known.entrySet().iterator();
            while (knownBytes > MOST_BYTES && known.size() > 1) {
                knownBytes -= oldest.next().getValue().bytes();
                oldest.remove();
            }
        }
        return found;
    }

    private Matches find(List<String> query, int[] among, @Nullable EntryKind kind) {
        Ints few = new Ints(64);
        List<long[]> many = new ArrayList<>();
        for (int field : among) {
            Stretch rarest = rarest(field, query);
            if (rarest.size() <= FEW) {
                addFew(rarest, field, query, few);
            } else {
                many.add(bitsOf(field, query));
            }
        }
        if (many.isEmpty()) {
            Ints wanted = new Ints(few.size());
            for (int rank : few.toSortedSet()) {
                if (isOf(kind, rank)) {
                    wanted.add(rank);
                }
            }
            return Matches.of(wanted.toArray());
        }
        long[] bits = many.get(0);
        for (int index = 1; index < many.size(); index++) {
            for (int word = 0; word < bits.length; word++) {
                bits[word] |= many.get(index)[word];
            }
        }
        for (int index = 0; index < few.size(); index++) {
            bits[few.get(index) >>> 6] |= 1L << few.get(index);
        }
        if (kind != null) {
            clearOthers(bits, kind);
        }
        return Matches.of(bits);
    }

    private Stretch rarest(int field, List<String> query) {
        Stretch rarest = tables[field].beginningWith(query.get(0));
        for (String word : query.subList(1, query.size())) {
            Stretch candidate = tables[field].beginningWith(word);
            rarest = candidate.size() < rarest.size() ? candidate : rarest;
        }
        return rarest;
    }

    private void addFew(Stretch stretch, int field, List<String> query, Ints found) {
        for (int index = stretch.from(); index < stretch.to(); index++) {
            int rank = stretch.ranks()[index];
            if (query.size() == 1 || hasAll(rank, field, query)) {
                found.add(rank);
            }
        }
    }

    private boolean hasAll(int rank, int field, List<String> query) {
        String value = value(ranks.entry(rank), field);
        return value != null && Words.haveAll(value, fields.isEmail(field), query);
    }

    private long[] bitsOf(int field, List<String> query) {
        long[] all = bitsOf(tables[field].beginningWith(query.get(0)));
        for (String word : query.subList(1, query.size())) {
            long[] bits = bitsOf(tables[field].beginningWith(word));
            for (int at = 0; at < all.length; at++) {
                all[at] &= bits[at];
            }
        }
        return all;
    }

    private long[] bitsOf(Stretch stretch) {
        long[] bits = new long[(ranks.count() + 63) >>> 6];
        for (int index = stretch.from(); index < stretch.to(); index++) {
            int rank = stretch.ranks()[index];
            bits[rank >>> 6] |= 1L << rank;
        }
        return bits;
    }

    private void clearOthers(long[] bits, EntryKind kind) {
        for (int rank = 0; rank < ranks.count(); rank++) {
            if (!isOf(kind, rank)) {
                bits[rank >>> 6] &= ~(1L << rank);
            }
        }
    }

    private boolean isOf(@Nullable EntryKind kind, int rank) {
        return kind == null || Entry.isDepartment(ranks.entry(rank)) == (kind == EntryKind.DEPARTMENT);
    }

    /** How many bytes the words, the ranks and the remembered matches take. */
    long bytes() {
        long bytes = ranks.bytes() + knownBytes;
        for (WordTable table : tables) {
            bytes += table.bytes();
        }
        return bytes;
    }

    private record Key(
            List<String> query, String fields, @Nullable EntryKind kind) {}
}
