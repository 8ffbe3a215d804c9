/** Keeping tenants and their directories true: reading snapshots, changing, importing. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
