package org.sightline.events.model;

import java.util.Locale;
import java.util.Optional;

/** What an app can be told of (docs/concepts.md, "Events"). */
public enum EventType {
    /** A member is there for the app who was not. */
    USER_CREATED(Subject.USER, Step.CREATED),
    /** A member is different. */
    USER_UPDATED(Subject.USER, Step.UPDATED),
    /** A member is no longer there for the app. */
    USER_DELETED(Subject.USER, Step.DELETED),
    /** A department is there for the app that was not. */
    DEPARTMENT_CREATED(Subject.DEPARTMENT, Step.CREATED),
    /** A department is different. */
    DEPARTMENT_UPDATED(Subject.DEPARTMENT, Step.UPDATED),
    /** A department is no longer there for the app. */
    DEPARTMENT_DELETED(Subject.DEPARTMENT, Step.DELETED),
    /** A resource is there for the identity that was not. */
    RESOURCE_CREATED(Subject.RESOURCE, Step.CREATED),
    /** A resource is different. */
    RESOURCE_UPDATED(Subject.RESOURCE, Step.UPDATED),
    /** A resource is no longer there for the identity. */
    RESOURCE_DELETED(Subject.RESOURCE, Step.DELETED);

    /** What sort of thing an event is about. */
    public enum Subject {
        /** A member. */
        USER,
        /** A department. */
        DEPARTMENT,
        /** A resource. */
        RESOURCE;

        /** Returns the word used in JSON and SQL: the name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happened to it, as the app sees it. */
    public enum Step {
        /** It came to be, or within reach. */
        CREATED,
        /** It changed. */
        UPDATED,
        /** It ceased to be, or went out of reach. */
        DELETED
    }

    private final Subject subject;
    private final Step step;

    EventType(Subject subject, Step step) {
        this.subject = subject;
        this.step = step;
    }

    /** Returns what sort of thing it is about. */
    public Subject subject() {
        return subject;
    }

    /** Returns what happened. */
    public Step step() {
        return step;
    }

    /** Returns the word used in JSON and SQL, such as {@code user.created}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<EventType> ofKey(String key) {
        for (EventType candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Returns the event of this sort about a sort of thing. */
    public static EventType of(Subject subject, Step step) {
        for (EventType candidate : values()) {
            if (candidate.subject == subject && candidate.step == step) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no event for " + subject + " and " + step);
    }
}
