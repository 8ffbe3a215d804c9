/** Documents and bases, which belong to apps and members. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.resources;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
