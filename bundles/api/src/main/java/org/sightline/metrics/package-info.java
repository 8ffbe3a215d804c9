/** Figures about the running server, for whoever watches it. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
