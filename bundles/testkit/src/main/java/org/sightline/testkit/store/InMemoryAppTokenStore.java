package org.sightline.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;

/** Keeps tokens of apps in memory; for tests. Safe for any number of threads: all take the tenants' lock. */
public final class InMemoryAppTokenStore implements AppTokenStore {

    private final Map<String, StoredAuthorization> authorizations = new HashMap<>();
    private final Map<String, StoredToken> tokens = new HashMap<>();
    private final Map<TenantKey, List<AppConsent>> consents = new HashMap<>();
    private final InMemoryTenantStore tenants;

    /**
     * Creates a store without tokens.
     *
     * @param tenants where apps and passwords are committed
     */
    public InMemoryAppTokenStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
        tenants.whenDropped(tenant -> {
            endAll(authorization -> authorization.tenant().equals(tenant));
            consents.remove(tenant);
        });
        tenants.whenCommitted(this::take);
    }

    private void take(TenantCommit commit) {
        for (StateChange change : commit.changes()) {
            if (change instanceof StateChange.PutPassword put) {
                endAll(each -> each.tenant().equals(commit.tenant()) && put.id().equals(each.user()));
            } else if (change instanceof StateChange.PutConsent put) {
                remove(commit.tenant(), put.consent().user(), put.consent().app());
                of(commit.tenant()).add(put.consent());
                authorizations.put(put.authorization().id(), put.authorization());
                tokens.put(put.code().digest(), put.code());
            } else if (change instanceof StateChange.RemoveConsent take) {
                remove(commit.tenant(), take.user(), take.app());
                endAll(each -> each.tenant().equals(commit.tenant())
                        && take.user().equals(each.user())
                        && each.app().equals(take.app()));
            } else if (change instanceof StateChange.ChangeApps apps) {
                take(commit.tenant(), apps.change());
            }
        }
    }

    private void take(TenantKey tenant, AppChange change) {
        @Nullable AppId ended = null;
        if (change instanceof AppChange.RemoveApp remove) {
            ended = remove.id();
            of(tenant).removeIf(consent -> consent.app().equals(remove.id()));
        } else if (change instanceof AppChange.PutApp put && !put.app().enabled()) {
            ended = put.app().id();
        }
        if (ended != null) {
            AppId app = ended;
            endAll(each -> each.tenant().equals(tenant) && each.app().equals(app));
        }
    }

    private List<AppConsent> of(TenantKey tenant) {
        return Objects.requireNonNull(consents.computeIfAbsent(tenant, key -> new ArrayList<>()));
    }

    private void remove(TenantKey tenant, UserId user, AppId app) {
        of(tenant)
                .removeIf(
                        consent -> consent.user().equals(user) && consent.app().equals(app));
    }

    @Override
    public List<AppConsent> consents(TenantKey tenant, UserId user) {
        synchronized (tenants) {
            return of(tenant).stream()
                    .filter(consent -> consent.user().equals(user))
                    .sorted(Comparator.comparing(AppConsent::app))
                    .toList();
        }
    }

    private void endAll(Predicate<StoredAuthorization> ended) {
        authorizations.values().removeIf(ended);
        tokens.values().removeIf(token -> !authorizations.containsKey(token.authorization()));
    }

    @Override
    public boolean open(StoredAuthorization authorization, StoredToken token) {
        synchronized (tenants) {
            boolean works = tenants.load(authorization.tenant())
                    .flatMap(tenant -> tenant.apps().app(authorization.app()))
                    .filter(App::enabled)
                    .isPresent();
            if (works) {
                authorizations.put(authorization.id(), authorization);
                tokens.put(token.digest(), token);
            }
            return works;
        }
    }

    @Override
    public Optional<FoundToken> find(String digest) {
        synchronized (tenants) {
            @Nullable StoredToken token = tokens.get(digest);
            @Nullable
            StoredAuthorization authorization = token == null ? null : authorizations.get(token.authorization());
            return token == null || authorization == null
                    ? Optional.empty()
                    : Optional.of(new FoundToken(token, authorization));
        }
    }

    @Override
    public Set<String> present(Set<String> digests) {
        return digests.stream().filter(digest -> find(digest).isPresent()).collect(Collectors.toSet());
    }

    @Override
    public boolean exchange(FoundToken found, Instant at, List<StoredToken> successors) {
        synchronized (tenants) {
            String digest = found.token().digest();
            @Nullable StoredToken token = tokens.get(digest);
            if (token == null || token.usedAt() != null) {
                return false;
            }
            tokens.put(digest, token.used(at));
            successors.forEach(successor -> tokens.put(successor.digest(), successor));
            return true;
        }
    }

    @Override
    public void remove(FoundToken token) {
        synchronized (tenants) {
            tokens.remove(token.token().digest());
        }
    }

    @Override
    public void end(StoredAuthorization authorization) {
        synchronized (tenants) {
            endAll(each -> each.id().equals(authorization.id()));
        }
    }

    @Override
    public void removeExpired(Instant before) {
        synchronized (tenants) {
            tokens.values()
                    .removeIf(token -> token.kind() == TokenKind.ACCESS
                            && token.expiresAt().isBefore(before));
            endAll(each -> tokens.values().stream()
                    .noneMatch(token -> token.authorization().equals(each.id())
                            && !token.expiresAt().isBefore(before)));
        }
    }
}
