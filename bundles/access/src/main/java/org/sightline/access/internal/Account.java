package org.sightline.access.internal;

import java.util.Locale;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * What failed logins are counted for: a member, or a login nobody has.
 *
 * @param tenant which tenant, existing or not
 * @param name   the member's id, or a digest of the unknown login, however long that is
 */
record Account(TenantKey tenant, String name) {

    /** Returns the account of a member, by whichever login. */
    static Account of(TenantKey tenant, UserId user) {
        return new Account(tenant, user.value());
    }

    /** Returns the account of a login nobody has. */
    static Account unknown(TenantKey tenant, String login) {
        return new Account(tenant, "?" + SecretDigest.hexOf(login.toLowerCase(Locale.ROOT)));
    }
}
