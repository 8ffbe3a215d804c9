/** The immutable directory everybody reads, made so that the next one shares nearly everything with the last. */
@NullMarked
package org.sightline.directory.internal.snapshot;

import org.jspecify.annotations.NullMarked;
