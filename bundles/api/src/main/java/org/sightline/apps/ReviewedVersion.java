package org.sightline.apps;

import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppVersion;

/**
 * A review with the version it is about.
 *
 * @param review  the task
 * @param version what is decided on
 */
public record ReviewedVersion(AppReview review, AppVersion version) {}
