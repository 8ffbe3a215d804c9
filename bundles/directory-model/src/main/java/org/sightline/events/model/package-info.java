/** The words of events: what apps subscribe to, and how the telling fares. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.events.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
