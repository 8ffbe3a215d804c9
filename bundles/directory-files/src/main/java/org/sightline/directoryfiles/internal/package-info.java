/** Directories as files: JSON lines in and out, CSV in. */
@NullMarked
package org.sightline.directoryfiles.internal;

import org.jspecify.annotations.NullMarked;
