/** The words of what the Admin Assistant tells: cards, written with the change they tell of. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.notifications.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
