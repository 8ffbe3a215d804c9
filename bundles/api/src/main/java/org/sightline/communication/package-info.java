/** Communication: who may start and continue a chat with whom, and what that depends on. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.communication;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
