package org.sightline.access;

import org.osgi.annotation.versioning.ProviderType;

/** Where people outside reach this server. */
@ProviderType
public interface PublicAddress {

    /** Returns the base of links that the server hands out, without a slash at its end. */
    String base();
}
