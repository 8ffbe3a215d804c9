package org.sightline.resources;

import java.util.List;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.access.Caller;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.resources.model.ResourceType;

/**
 * Documents and bases (docs/concepts.md, "Resources"). Callers are apps, as themselves or for members; what somebody
 * neither owns nor administers does not exist for them: a method that names it throws {@code not_found}. Every method
 * throws {@code permission_missing} when the app has none of the permissions for this type of resource, and
 * {@code unavailable} when the store cannot be reached.
 */
@ProviderType
public interface Resources {

    /**
     * Makes a resource, which is the app's or the member's.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} at {@code /title}; {@code limit_exceeded}
     */
    Committed<Resource> create(Caller.ByApp caller, ResourceType type, String title);

    /**
     * Returns what the caller owns or administers, in order of creation, whether it may read it or not.
     *
     * @param from how many to pass over
     * @param most how many to return
     */
    List<Resource> list(TenantSnapshot tenant, Caller.ByApp caller, int from, int most);

    /** Whether the caller may read resources of a type. */
    boolean isReadable(Caller.ByApp caller, ResourceType type);

    /** Returns one resource. */
    Resource get(TenantSnapshot tenant, Caller.ByApp caller, ResourceId id);

    /**
     * Gives a resource another title; its administrators may do so, too.
     *
     * @param title makes the new one of the present resource
     * @throws org.sightline.problem.ProblemException {@code invalid} at {@code /title}; {@code revision_mismatch}
     */
    Committed<Resource> rename(
            Caller.ByApp caller, ResourceId id, Expectation<Resource> expectation, Function<Resource, String> title);

    /**
     * Deletes a resource.
     *
     * @throws org.sightline.problem.ProblemException {@code forbidden} for an administrator while there is an owner;
     *     {@code revision_mismatch}
     */
    Committed<Resource> delete(Caller.ByApp caller, ResourceId id, Expectation<Resource> expectation);

    /**
     * Names an administrator; does nothing for somebody who is one, or the owner.
     *
     * @param user an active member whom the caller sees
     * @throws org.sightline.problem.ProblemException {@code not_found} also for somebody the caller does not see;
     *     {@code forbidden} for an administrator while there is an owner; {@code limit_exceeded}
     */
    Committed<Resource> addAdministrator(Caller.ByApp caller, ResourceId id, UserId user);

    /**
     * Takes an administrator away; administrators may step back themselves.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} also for somebody who is none; {@code forbidden}
     */
    Committed<Resource> removeAdministrator(Caller.ByApp caller, ResourceId id, UserId user);
}
