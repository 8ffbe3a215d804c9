/** Apps: the permissions they can ask for, and how a tenant's administrators decide on them. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.apps;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
