package org.sightline.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.audit.AuditEntry;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppIdTakenException;
import org.sightline.store.AuditQuery;
import org.sightline.store.StaleRevisionException;
import org.sightline.store.Standing;
import org.sightline.store.StateChange;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** Keeps tenants in memory, every past revision included; for tests. Safe for any number of threads. */
public final class InMemoryTenantStore implements TenantStore {

    private final Map<TenantKey, InMemoryTenant> tenants = new TreeMap<>();
    private final Map<TenantKey, Map<UserId, String>> passwords = new HashMap<>();
    private final InMemoryTies ties = new InMemoryTies();
    private final Map<TenantKey, Long> oldest = new HashMap<>();
    private final Map<TenantKey, Long> removedUpTo = new HashMap<>();
    private final Map<AppId, TenantKey> apps = new HashMap<>();
    private final InMemoryAudit audit;
    private final List<Consumer<TenantKey>> dropListeners = new ArrayList<>();
    private final List<Consumer<TenantCommit>> commitListeners = new ArrayList<>();
    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryResources resources = new InMemoryResources();
    private final InMemoryEvents events = new InMemoryEvents();

    /** Creates an empty store whose audit entries tell values as JSON strings of their {@code toString()}. */
    public InMemoryTenantStore() {
        this(InMemoryAudit::quoted);
    }

    /**
     * Creates an empty store.
     *
     * @param json the JSON text of a value before or after a change
     */
    public InMemoryTenantStore(Function<Object, String> json) {
        this.audit = new InMemoryAudit(json);
    }

    @Override
    public synchronized List<Tenant> tenants() {
        return tenants.values().stream().map(tenant -> tenant.newest().tenant()).toList();
    }

    @Override
    public synchronized Map<TenantKey, String> mainRules() {
        Map<TenantKey, String> types = new HashMap<>();
        tenants.forEach((key, tenant) ->
                types.put(key, tenant.newest().policy().mainRule().type()));
        return types;
    }

    @Override
    public synchronized OptionalLong revision(TenantKey tenant) {
        @Nullable InMemoryTenant known = tenants.get(tenant);
        return known == null
                ? OptionalLong.empty()
                : OptionalLong.of(known.newest().revision());
    }

    @Override
    public synchronized Map<TenantKey, Standing> standings(Set<TenantKey> wanted) {
        Map<TenantKey, Standing> standings = new HashMap<>();
        tenants.forEach((key, tenant) -> {
            if (wanted.contains(key)) {
                standings.put(key, new Standing(tenant.origin(), tenant.newest().revision()));
            }
        });
        return standings;
    }

    @Override
    public synchronized Optional<StoredChanges> since(TenantKey tenant, long revision) {
        return Optional.ofNullable(tenants.get(tenant))
                .filter(known -> known.newest().revision() > revision)
                .flatMap(
                        known -> known.at(revision).map(before -> new StateDifference(before, known.newest()).found()));
    }

    @Override
    public synchronized Optional<TenantState> load(TenantKey tenant) {
        return Optional.ofNullable(tenants.get(tenant)).map(InMemoryTenant::newest);
    }

    @Override
    public synchronized Optional<TenantState> loadAt(TenantKey tenant, long revision) {
        return revision < oldestRevision(tenant)
                ? Optional.empty()
                : Optional.ofNullable(tenants.get(tenant)).flatMap(known -> known.at(revision));
    }

    @Override
    public synchronized long oldestRevision(TenantKey tenant) {
        return oldest.getOrDefault(tenant, 1L);
    }

    synchronized void keepFrom(TenantKey tenant, long revision) {
        if (tenants.containsKey(tenant)) {
            oldest.merge(tenant, revision, Math::max);
        }
    }

    /** Returns how many revisions went. */
    synchronized long removeForgotten(TenantKey tenant) {
        long kept = oldestRevision(tenant);
        long gone = kept - removedUpTo.getOrDefault(tenant, 1L);
        removedUpTo.put(tenant, kept);
        return gone;
    }

    synchronized long removeAudit(@Nullable TenantKey tenant, Instant before) {
        return audit.removeOlder(tenant, before, tenant == null ? Long.MAX_VALUE : oldestRevision(tenant));
    }

    @Override
    public synchronized OptionalLong revisionAt(TenantKey tenant, Instant at) {
        return audit.revisionAt(tenant, at);
    }

    @Override
    public synchronized Optional<TenantKey> invitingTenant(String codeDigest) {
        return tenants.entrySet().stream()
                .filter(tenant -> tenant.getValue().newest().trust().invitations().stream()
                        .anyMatch(invitation -> invitation.codeDigest().equals(codeDigest)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized Optional<TenantKey> tenantOfApp(AppId app) {
        return Optional.ofNullable(apps.get(app));
    }

    @Override
    public synchronized void commit(List<TenantCommit> commits) {
        commits.forEach(this::requireExpectedRevision);
        commits.forEach(this::requireOwnApps);
        requireDistinct(commits);
        Map<TenantKey, InMemoryTenant> next = new HashMap<>();
        List<InMemoryAudit.Line> lines = new ArrayList<>();
        for (TenantCommit commit : commits) {
            next.put(commit.tenant(), InMemoryTenant.after(tenants.get(commit.tenant()), commit));
            commit.audit().forEach(entry -> lines.addAll(audit.linesOf(commit.tenant(), entry)));
        }
        tenants.putAll(next);
        audit.add(lines);
        commits.forEach(this::keepPasswords);
        commits.forEach(commit -> appsIn(commit).forEach(app -> apps.put(app, commit.tenant())));
        commits.forEach(ties::keep);
        commits.forEach(resources::keep);
        commits.forEach(commit -> events.add(commit.tenant(), commit.newRevision(), commit.events()));
        commits.forEach(commit -> notices.add(commit.tenant(), commit.notices()));
        commitListeners.forEach(commits::forEach);
    }

    @Override
    public synchronized void note(TenantKey tenant, AuditEntry entry) {
        if (tenants.containsKey(tenant)) {
            audit.add(audit.linesOf(tenant, entry));
        }
    }

    @Override
    public synchronized void drop(TenantKey tenant, AuditEntry entry) {
        if (tenants.remove(tenant) == null) {
            return;
        }
        oldest.remove(tenant);
        removedUpTo.remove(tenant);
        passwords.remove(tenant);
        apps.values().removeIf(tenant::equals);
        ties.drop(tenant);
        resources.drop(tenant);
        events.drop(tenant);
        notices.drop(tenant);
        audit.drop(tenant, entry);
        dropListeners.forEach(listener -> listener.accept(tenant));
    }

    @Override
    public synchronized List<AuditEntry> audit(AuditQuery query) {
        return audit.find(query);
    }

    synchronized Optional<String> passwordHash(TenantKey tenant, UserId user) {
        return Optional.ofNullable(passwords.getOrDefault(tenant, Map.of()).get(user));
    }

    synchronized Ties ties(TenantKey tenant, UserId user, long revision) {
        return ties.of(tenant, user, revision);
    }

    synchronized List<Person> tiedTo(TenantKey tenant) {
        return ties.tiedTo(tenant);
    }

    synchronized List<Person> membersWith(Predicate<Member> wanted) {
        return tenants.entrySet().stream()
                .flatMap(tenant -> tenant.getValue().newest().members().stream()
                        .filter(wanted)
                        .map(member -> new Person(tenant.getKey(), member.id())))
                .toList();
    }

    synchronized <R> R resources(Function<InMemoryResources, R> question) {
        return question.apply(resources);
    }

    InMemoryEvents events() {
        return events;
    }

    InMemoryNotices notices() {
        return notices;
    }

    synchronized void whenDropped(Consumer<TenantKey> listener) {
        dropListeners.add(listener);
    }

    /** Tells a store beside this one of every commit, before anybody can see it. */
    synchronized void whenCommitted(Consumer<TenantCommit> listener) {
        commitListeners.add(listener);
    }

    private void requireExpectedRevision(TenantCommit commit) {
        if (revision(commit.tenant()).orElse(0) != commit.expectedRevision()) {
            throw new StaleRevisionException(commit.tenant(), commit.expectedRevision());
        }
    }

    private static void requireDistinct(List<TenantCommit> commits) {
        Set<TenantKey> seen = new HashSet<>();
        for (TenantCommit commit : commits) {
            if (!seen.add(commit.tenant())) {
                throw new IllegalArgumentException(
                        "tenant `" + commit.tenant() + "` has two commits in one transaction");
            }
        }
    }

    private void requireOwnApps(TenantCommit commit) {
        for (AppId app : appsIn(commit)) {
            if (!apps.getOrDefault(app, commit.tenant()).equals(commit.tenant())) {
                throw new AppIdTakenException(app.value());
            }
        }
    }

    private static List<AppId> appsIn(TenantCommit commit) {
        List<AppId> named = new ArrayList<>();
        for (StateChange change : commit.changes()) {
            if (change instanceof StateChange.ChangeApps put && put.change() instanceof AppChange.PutApp app) {
                named.add(app.app().id());
            }
        }
        return named;
    }

    private void keepPasswords(TenantCommit commit) {
        for (StateChange change : commit.changes()) {
            if (change instanceof StateChange.PutPassword put) {
                Objects.requireNonNull(passwords.computeIfAbsent(commit.tenant(), key -> new HashMap<>()))
                        .put(put.id(), put.hash());
            }
        }
    }
}
