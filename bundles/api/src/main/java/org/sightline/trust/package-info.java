/** Trusted parties: how two tenants come together, what they grant each other, and how they part. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.trust;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
