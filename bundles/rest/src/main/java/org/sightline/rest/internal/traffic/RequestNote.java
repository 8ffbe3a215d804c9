package org.sightline.rest.internal.traffic;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.directory.model.TenantKey;

/**
 * What is noted of a request on its way. It travels as an attribute, which the REST machinery finds among its properties;
 * a request that did not come through {@link RequestFilter} gets a note that nobody reads.
 */
public final class RequestNote {

    private static final String ATTRIBUTE = RequestNote.class.getName();

    private final String id;
    private final long startedAt;
    private Operation operation;
    private @Nullable Caller caller;
    private @Nullable TenantKey tenant;

    private RequestNote(String id, long startedAt, Operation operation) {
        this.id = id;
        this.startedAt = startedAt;
        this.operation = operation;
    }

    /** Begins a note and hands it to the request. */
    static RequestNote begin(HttpServletRequest request, String id, long startedAt) {
        RequestNote note =
                new RequestNote(id, startedAt, Operation.atFirstSight(request.getMethod(), request.getRequestURI()));
        request.setAttribute(ATTRIBUTE, note);
        return note;
    }

    /** Returns the note of a request. */
    public static RequestNote of(ServletRequest request) {
        return orUnread(request.getAttribute(ATTRIBUTE));
    }

    /** Returns the note of a request. */
    public static RequestNote of(ContainerRequestContext request) {
        return orUnread(request.getProperty(ATTRIBUTE));
    }

    private static RequestNote orUnread(@Nullable Object kept) {
        return kept instanceof RequestNote note ? note : new RequestNote("", 0, new Operation("", Operation.NO_PATH));
    }

    /** Notes what is asked for. */
    public void asksFor(Operation what) {
        operation = what;
    }

    /**
     * Notes who asks.
     *
     * @param about the tenant that the path names, once the caller is known to have to do with it; null for none
     */
    public void askedBy(Caller who, @Nullable TenantKey about) {
        caller = who;
        tenant = about;
    }

    String id() {
        return id;
    }

    long startedAt() {
        return startedAt;
    }

    Operation operation() {
        return operation;
    }

    /** Returns the sort of caller, in a word; no names. */
    String callerKind() {
        Caller who = caller;
        return who == null ? "unknown" : who.actor().kind().key();
    }

    @Nullable
    TenantKey tenant() {
        return tenant;
    }
}
