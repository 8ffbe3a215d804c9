/** Keeping the store in good order: backups, restore, and how much of the past is kept. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.upkeep;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
