/** Removing what of the past is not kept. */
@NullMarked
package org.sightline.upkeep.internal.compaction;

import org.jspecify.annotations.NullMarked;
