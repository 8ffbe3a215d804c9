/** The doors for vendors: what a policy bundle implements and registers as a service. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
