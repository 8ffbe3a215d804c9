/** The words of the directory: tenants, departments, members, groups, units, fields, and a consistent view of one tenant. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.directory.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
