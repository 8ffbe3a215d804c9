/** The ports to durable storage; a store keeps its contract or the server does not start on it. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
