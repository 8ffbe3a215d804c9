/** Who did what, when, and what it changed. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
