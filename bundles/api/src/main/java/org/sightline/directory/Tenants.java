package org.sightline.directory;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;

/** Keeps the list of tenants and their settings. */
@ProviderType
public interface Tenants {

    /** Returns all tenants by key. */
    List<Tenant> list();

    /**
     * Creates a tenant with its root department and, when given, its first primary administrator.
     *
     * @throws org.sightline.problem.ProblemException {@code duplicate_id}, {@code invalid}
     */
    Committed<Tenant> create(Actor actor, Tenant tenant, @Nullable FirstAdministrator administrator);

    /**
     * Changes a tenant's settings; the key stays.
     *
     * @param edit gets the present settings and returns the new ones
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code revision_mismatch},
     *     {@code immutable_field}, {@code invalid}
     */
    Committed<Tenant> update(TenantKey key, Actor actor, Expectation<Tenant> expectation, UnaryOperator<Tenant> edit);

    /**
     * Deletes a tenant with everything in it, for good; its key can be used again.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    void delete(TenantKey key, Actor actor);

    /**
     * A member who is created together with the tenant.
     *
     * @param member       in the root department
     * @param passwordHash from {@link org.sightline.access.PasswordHashing}
     */
    record FirstAdministrator(Member member, String passwordHash) {}
}
