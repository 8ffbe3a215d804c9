/** Backups as files in a folder. */
@NullMarked
package org.sightline.upkeep.internal.backup;

import org.jspecify.annotations.NullMarked;
