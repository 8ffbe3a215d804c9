/** The words of trust between two tenants: what each side grants the other, and how they came together. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.trust.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
