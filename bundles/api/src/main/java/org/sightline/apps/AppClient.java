package org.sightline.apps;

import org.sightline.apps.model.App;
import org.sightline.directory.model.TenantKey;

/**
 * An app that has proved who it is.
 *
 * @param tenant whose it is
 * @param app    as it was then
 */
public record AppClient(TenantKey tenant, App app) {}
