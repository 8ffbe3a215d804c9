package org.sightline.apps.model;

import java.time.Instant;

/**
 * A permission that is in force for an app. It stays until it is revoked, whatever later versions ask for.
 *
 * @param app        whose it is
 * @param permission which one, and for which identity
 * @param grantedAt  since when
 * @param by         who granted it
 */
public record AppGrant(AppId app, AppPermission permission, Instant grantedAt, Decider by) {}
