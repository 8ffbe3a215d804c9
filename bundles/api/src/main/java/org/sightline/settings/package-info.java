/** What can be set from outside, beside the files in {@code etc/}. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
