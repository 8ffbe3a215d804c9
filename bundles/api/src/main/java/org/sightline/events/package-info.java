/** Telling apps what happened: subscriptions, deliveries and their log. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
