package org.sightline.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * An invitation that is alive; one that was reset or used up is no more.
 *
 * @param codeDigest what the code is found by; tells nothing about the code
 * @param sealedCode the code, encrypted with the server's key
 * @param createdAt  the newest is the current one
 * @param expiresAt  null when it does not
 * @param singleUse  whether one submitted request uses it up
 * @param forTenant  the only tenant that may use it; null for any
 */
public record Invitation(
        String codeDigest,
        String sealedCode,
        Instant createdAt,
        @Nullable Instant expiresAt,
        boolean singleUse,
        @Nullable TenantKey forTenant) {}
