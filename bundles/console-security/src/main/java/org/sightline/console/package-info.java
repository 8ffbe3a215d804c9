/** Who is at the console: called from Karaf's own classes once they are adapted to Java 23, by nobody else. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.console;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
