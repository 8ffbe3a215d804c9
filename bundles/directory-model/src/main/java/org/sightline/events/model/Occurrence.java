package org.sightline.events.model;

import java.time.Instant;
import java.util.List;
import org.sightline.apps.model.DataRange;

/**
 * That the same happened to several things at once, for one receiver; written with the change that brought it.
 *
 * @param receiver who is to be told
 * @param event    what happened
 * @param objects  ids of the things it happened to, at most {@link #MOST_OBJECTS}, each once
 * @param at       when
 * @param range    what the app reached then; {@link DataRange#NOBODY} where no range plays a part
 */
public record Occurrence(EventReceiver receiver, EventType event, List<String> objects, Instant at, DataRange range) {

    /** So many things are told of together; a change of more is told in pieces. */
    public static final int MOST_OBJECTS = 500;

    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException when there are none or too many
     */
    public Occurrence {
        objects = List.copyOf(objects);
        if (objects.isEmpty() || objects.size() > MOST_OBJECTS) {
            throw new IllegalArgumentException("an occurrence has 1 to " + MOST_OBJECTS + " objects");
        }
    }
}
