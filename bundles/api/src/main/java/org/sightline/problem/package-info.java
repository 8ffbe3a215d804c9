/** How the server refuses: a kind, a stable code, and words that say what is wrong, where, and what to do. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
