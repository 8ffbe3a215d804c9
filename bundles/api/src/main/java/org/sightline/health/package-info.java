/** Whether the server's parts work. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
