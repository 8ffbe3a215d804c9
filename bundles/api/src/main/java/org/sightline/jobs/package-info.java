/** Work that outlives the request that asked for it. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
