package org.sightline.rest.internal.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsPage;
import org.sightline.directory.History;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.PageJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** A piece of a list, as a request asks for it (docs/api.md, "Lists"). */
public final class Page {

    /** How many items a page may have. */
    public static final int MAX_SIZE = 500;

    private static final int DEFAULT_SIZE = 100;
    private static final String SIZE = "page_size";
    private static final String TOKEN = "page_token";

    private final Call call;
    private final History history;
    private final int size;
    private final String query;
    private final @Nullable PageToken token;
    private @Nullable TenantSnapshot named;

    private Page(Call call, History history, int size, String query, @Nullable PageToken token) {
        this.call = call;
        this.history = history;
        this.size = size;
        this.query = query;
        this.token = token;
    }

    /**
     * Reads what a request asks for.
     *
     * @throws ProblemException {@code invalid_page_size}, {@code page_token_invalid}
     */
    public static Page of(ContainerRequestContext request, Call call, History history) {
        MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
        int size = size(parameters.getFirst(SIZE));
        String query = query(call.path(), parameters) + call.binding();
        String text = parameters.getFirst(TOKEN);
        return new Page(call, history, size, query, text == null ? null : PageToken.read(text, query));
    }

    private static int size(@Nullable String text) {
        if (text == null) {
            return DEFAULT_SIZE;
        }
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MAX_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(wrongSize(), e);
        }
        throw wrongSize().exception();
    }

    private static Problem wrongSize() {
        return Problem.of(
                ProblemKind.MALFORMED,
                Codes.INVALID_PAGE_SIZE,
                "`" + SIZE + "` must be a number from 1 to " + MAX_SIZE);
    }

    private static String query(String path, MultivaluedMap<String, String> parameters) {
        TreeMap<String, List<String>> sorted = new TreeMap<>(parameters);
        sorted.remove(SIZE);
        sorted.remove(TOKEN);
        return path + sorted;
    }

    /** Returns how many items are wanted at most. */
    public int size() {
        return size;
    }

    /** Returns how far the list was read; 0 at its beginning. */
    public long position() {
        return token == null ? 0 : token.position();
    }

    /** Whether the list begins here. */
    public boolean isFirst() {
        return token == null;
    }

    /** Returns what else holds the list still, as it was given at its beginning; nothing there. */
    public List<Long> otherPins() {
        return token == null ? List.of() : token.others();
    }

    /** Returns the refusal of a page that cannot go on. */
    public static ProblemException stale() {
        return PageToken.problem().exception();
    }

    /**
     * Returns the state of another tenant that the list was begun on.
     *
     * @throws ProblemException {@code page_token_invalid} when that is no longer kept, {@code not_found} when the tenant
     *     is gone
     */
    public TenantSnapshot kept(TenantKey tenant, long revision) {
        return history.kept(tenant, revision).orElseThrow(Page::stale);
    }

    /** Returns what holds the list still; {@code first} at its beginning. */
    public long pin(long first) {
        return token == null ? first : token.pin();
    }

    /**
     * Returns what binds the list to a part of the request that is not in its address.
     *
     * @throws ProblemException {@code page_token_invalid} when the token came with another one
     */
    public long pinnedTo(String part) {
        long mark = mark(part);
        if (pin(mark) != mark) {
            throw PageToken.problem().exception();
        }
        return mark;
    }

    /**
     * Returns the state the list is read from: the one it was begun on.
     *
     * @throws ProblemException {@code page_token_invalid} when that is no longer kept
     */
    public TenantSnapshot snapshot() {
        TenantSnapshot known = named;
        if (known != null) {
            return known;
        }
        if (token == null) {
            return call.snapshot();
        }
        if (token.pin() < call.atLeast()) {
            throw PageToken.problem().exception();
        }
        TenantSnapshot state = history.kept(call.tenant(), token.pin())
                .orElseThrow(() -> PageToken.problem().exception());
        call.use(state);
        return state;
    }

    /**
     * Reads the list from a past state that the query itself names, which the next page finds again by itself.
     *
     * @throws ProblemException {@code page_token_invalid} when the list was begun on another state
     */
    public TenantSnapshot readFrom(TenantSnapshot state) {
        if (token != null && token.pin() != state.revision()) {
            throw PageToken.problem().exception();
        }
        named = state;
        call.use(state);
        return state;
    }

    /**
     * Answers with what lies at the next positions of {@link #snapshot()}'s list.
     *
     * @param end  the position after the last
     * @param item gives the form of what lies at a position; null for what does not belong to the list
     */
    public Response of(int end, IntFunction<@Nullable Object> item) {
        TenantSnapshot state = snapshot();
        List<Object> items = new ArrayList<>();
        for (int at = (int) Math.min(position(), end); at < end; at++) {
            Object form = item.apply(at);
            if (form == null) {
                continue;
            }
            if (items.size() == size) {
                if (named == null) {
                    history.keep(state);
                }
                return answer(items, state.revision(), at);
            }
            items.add(form);
        }
        return last(items);
    }

    /** Answers with a piece of {@link #snapshot()}'s list that somebody else has cut out of it. */
    public <T> Response of(ContactsPage<T> piece, Function<T, Object> form) {
        return of(piece, form, List.of(), List.of());
    }

    /**
     * Answers with a piece of a list over several tenants.
     *
     * @param others states beside {@link #snapshot()} that the next page is read from
     * @param pins   by which the next page finds them, see {@link #otherPins}
     */
    public <T> Response of(
            ContactsPage<T> piece, Function<T, Object> form, List<TenantSnapshot> others, List<Long> pins) {
        List<Object> items = piece.entries().stream().map(form).toList();
        if (!piece.hasMore()) {
            return last(items);
        }
        TenantSnapshot state = snapshot();
        history.keep(state);
        others.forEach(history::keep);
        return answer(items, new PageToken(state.revision(), piece.next(), pins));
    }

    /**
     * Answers with a piece of a list that no tenant's revision holds still. The next page begins after the last item of
     * this one, wherever that has moved.
     *
     * @param key tells items apart for as long as they exist
     * @throws ProblemException {@code page_token_invalid} when that last item is gone
     */
    public <T> Response ofLive(List<T> all, Function<T, String> key, Function<T, Object> form) {
        int from = token == null ? 0 : 1 + lastSeen(all, key, token.pin());
        int to = Math.min(all.size(), from + size);
        List<Object> items = all.subList(from, to).stream().map(form).toList();
        return to == all.size() ? last(items) : answer(items, mark(key.apply(all.get(to - 1))), to);
    }

    private static <T> int lastSeen(List<T> all, Function<T, String> key, long mark) {
        for (int at = 0; at < all.size(); at++) {
            if (mark(key.apply(all.get(at))) == mark) {
                return at;
            }
        }
        throw PageToken.problem().exception();
    }

    private static long mark(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    /** Answers with a page after which nothing comes. */
    public Response last(List<?> items) {
        return call.plain(PageJson.whole(items));
    }

    /** Answers with a page after which the list goes on at a position, held still by a pin. */
    public Response answer(List<?> items, long pin, long next) {
        return answer(items, new PageToken(pin, next, List.of()));
    }

    private Response answer(List<?> items, PageToken next) {
        return call.plain(new PageJson<>(items, true, next.write(query)));
    }
}
