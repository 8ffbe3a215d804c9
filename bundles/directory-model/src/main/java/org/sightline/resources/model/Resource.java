package org.sightline.resources.model;

import java.time.Instant;
import java.util.List;
import org.sightline.directory.model.UserId;

/**
 * A document or a base: that it exists and whose it is; what is in it is kept elsewhere (docs/concepts.md, "Resources").
 *
 * @param id             within the tenant
 * @param type           what it is
 * @param title          shown to people
 * @param owner          whoever made it
 * @param administrators members who look after it beside the owner, in order of their naming
 * @param createdAt      when it was made
 */
public record Resource(
        ResourceId id, ResourceType type, String title, Owner owner, List<UserId> administrators, Instant createdAt) {

    /** Takes a copy of the list. */
    public Resource {
        administrators = List.copyOf(administrators);
    }

    /** Returns the resource with another title. */
    public Resource titled(String other) {
        return new Resource(id, type, other, owner, administrators, createdAt);
    }

    /** Returns the resource with other administrators. */
    public Resource administeredBy(List<UserId> others) {
        return new Resource(id, type, title, owner, others, createdAt);
    }

    /** Whether somebody is among the administrators. */
    public boolean isAdministeredBy(Owner somebody) {
        return administrators.stream().anyMatch(somebody::is);
    }

    /** Whether somebody owns or administers it, and so knows of it. */
    public boolean isHeldBy(Owner somebody) {
        return owner.equals(somebody) || isAdministeredBy(somebody);
    }
}
