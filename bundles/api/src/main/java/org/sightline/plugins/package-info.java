/** What vendors' bundles offer to the server, and how that fares. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
