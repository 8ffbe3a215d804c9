/** What the Admin Assistant tells administrators: cards in the inbox, and the channels they go out by. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.notifications;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
