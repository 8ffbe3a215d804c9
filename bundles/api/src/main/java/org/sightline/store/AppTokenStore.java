package org.sightline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Durable tokens of apps. Everything that came out of one login of an app, or out of one consent of a member, belongs to
 * one authorization and ends with it. The transactions of {@link TenantStore#commit} end authorizations, too: those of an
 * app that is removed or switched off, those of a member who gets a password, and those of a consent that is taken back;
 * and they begin those of a new consent. Methods throw
 * {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface AppTokenStore {

    /**
     * Keeps a new authorization and its first token, while the app is there and works. Whoever removes the app or switches
     * it off at the same time comes either before, and nothing is kept, or after, and ends the authorization.
     *
     * @return whether it was kept
     */
    boolean open(StoredAuthorization authorization, StoredToken token);

    /** Returns a token by its digest, used or expired or not; empty when there is none or its authorization has ended. */
    Optional<FoundToken> find(String digest);

    /** Returns those of the digests that {@link #find} finds, in one question. */
    Set<String> present(Set<String> digests);

    /**
     * Uses a token up and keeps those it is exchanged for, in one transaction. Of any number of calls with the same token
     * at most one is true; what it keeps ends with the authorization, also when that ends at the same time.
     *
     * @param token as it was found
     * @param at    when it is used
     * @return false, and nothing is kept, when the token is not there, was used before, or its authorization has ended
     */
    boolean exchange(FoundToken token, Instant at, List<StoredToken> successors);

    /** Ends one token; does nothing when there is none. */
    void remove(FoundToken token);

    /** Ends an authorization with all its tokens; does nothing when there is none. */
    void end(StoredAuthorization authorization);

    /** Returns what a member has agreed to, by app. */
    List<AppConsent> consents(TenantKey tenant, UserId user);

    /** Removes access tokens that expired before an instant, and authorizations of which nothing lives on. */
    void removeExpired(Instant before);

    /**
     * What an app got by one login, or by one consent.
     *
     * @param id        random
     * @param tenant    of app and member
     * @param app       whose it is
     * @param user      the member who agreed; null when the app acts as itself
     * @param createdAt since when
     */
    record StoredAuthorization(
            String id,
            TenantKey tenant,
            AppId app,
            @Nullable UserId user,
            Instant createdAt) {}

    /**
     * A token as stored.
     *
     * @param digest        of the token; the token itself is nowhere
     * @param kind          what it is good for
     * @param authorization what it belongs to
     * @param scope         what it is limited to; null for everything that is granted
     * @param createdAt     when it was handed out
     * @param expiresAt     when it ends
     * @param usedAt        when it was used up; null while it was not
     * @param terms         null for anything but a code
     */
    record StoredToken(
            String digest,
            TokenKind kind,
            String authorization,
            @Nullable Set<PermissionName> scope,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable CodeTerms terms) {

        /** Takes a copy of the set. */
        public StoredToken {
            scope = scope == null ? null : Set.copyOf(scope);
        }

        /** Returns the token as it is once it was used up. */
        public StoredToken used(Instant at) {
            return new StoredToken(digest, kind, authorization, scope, createdAt, expiresAt, at, terms);
        }
    }

    /** What a token is good for. */
    enum TokenKind {
        /** To call with. */
        ACCESS,
        /** To be exchanged for a new access token, once. */
        REFRESH,
        /** To be exchanged for the first tokens after a consent, once. */
        CODE
    }

    /**
     * What a code was handed out for.
     *
     * @param redirectUri where it was sent
     * @param challenge   the SHA-256 of what its owner must know (RFC 7636), in base64url
     */
    record CodeTerms(String redirectUri, String challenge) {}

    /**
     * A token with what it belongs to.
     *
     * @param token         as stored
     * @param authorization that has not ended
     */
    record FoundToken(StoredToken token, StoredAuthorization authorization) {

        /** Whether it is a token of an app. */
        public boolean isOf(TenantKey tenant, AppId app) {
            return authorization.tenant().equals(tenant) && authorization.app().equals(app);
        }
    }
}
