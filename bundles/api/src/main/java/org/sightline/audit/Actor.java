package org.sightline.audit;

/**
 * Who is responsible for a change.
 *
 * @param kind what sort of somebody
 * @param id   user id, app id, console user; {@code operator} and {@code system} for these two
 */
public record Actor(ActorKind kind, String id) {

    /** The holder of the operator's token. */
    public static final Actor OPERATOR = new Actor(ActorKind.OPERATOR, "operator");

    /** The server itself. */
    public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, "system");
}
