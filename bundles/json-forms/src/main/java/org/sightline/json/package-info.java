/** How values look in JSON: the forms, the mapper that reads and writes them, and what is said about wrong ones. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
