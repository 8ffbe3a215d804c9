package org.sightline.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.apps.model.AppId;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;

/**
 * Durable state of tenants. Every implementation passes the same contract tests. Methods throw
 * {@link StoreUnavailableException} when the database cannot be reached or does not take the transaction.
 */
@ConsumerType
public interface TenantStore {

    /** Returns the settings of all tenants by key. */
    List<Tenant> tenants();

    /** Returns the type of main rule that each tenant's present policy names; all tenants are in it. */
    Map<TenantKey, String> mainRules();

    /** Returns a tenant's present revision; empty for an unknown tenant. */
    OptionalLong revision(TenantKey tenant);

    /** Returns where tenants stand, in one question; unknown ones are not in it. */
    Map<TenantKey, Standing> standings(Set<TenantKey> tenants);

    /**
     * Returns what is different in a tenant now; empty for an unknown tenant, and for one that is not beyond the revision.
     *
     * @param revision one that the tenant has had a short while ago; what left its last rows long ago is not found any more
     */
    Optional<StoredChanges> since(TenantKey tenant, long revision);

    /** Returns the newest state of a tenant; empty for an unknown one. */
    Optional<TenantState> load(TenantKey tenant);

    /**
     * Returns a tenant as it was at a past revision; empty for an unknown tenant or a revision that is not there.
     *
     * @param revision from {@link #oldestRevision} to the present one
     */
    Optional<TenantState> loadAt(TenantKey tenant, long revision);

    /** Returns the oldest revision of a tenant that is kept; 1 for an unknown tenant, too. */
    long oldestRevision(TenantKey tenant);

    /**
     * Returns the revision that was in force at an instant, by the times in the audit log; empty for an unknown tenant
     * and before its first change.
     */
    OptionalLong revisionAt(TenantKey tenant, Instant at);

    /**
     * Returns the tenant that has an invitation alive.
     *
     * @param codeDigest of the invitation's code
     * @return empty when no tenant has such an invitation
     */
    Optional<TenantKey> invitingTenant(String codeDigest);

    /** Returns the tenant that has, or had, an app; empty for an unknown id. */
    Optional<TenantKey> tenantOfApp(AppId app);

    /**
     * Makes all changes durable in one transaction; when the method returns they survive a power cut. Nothing is kept
     * when it throws.
     *
     * @param commits one for each tenant concerned
     * @throws StaleRevisionException when a tenant's revision is not the expected one
     * @throws AppIdTakenException when an app's id belongs to another tenant
     */
    void commit(List<TenantCommit> commits);

    /** Makes an audit entry durable that belongs to no change; does nothing for an unknown tenant. */
    void note(TenantKey tenant, AuditEntry entry);

    /** Removes a tenant with all its rows, sessions and passwords, in one transaction; does nothing for an unknown one. */
    void drop(TenantKey tenant, AuditEntry audit);

    /**
     * Returns audit entries, newest first. {@code before} and {@code after} come back as JSON text.
     *
     * @param query which ones
     */
    List<AuditEntry> audit(AuditQuery query);
}
