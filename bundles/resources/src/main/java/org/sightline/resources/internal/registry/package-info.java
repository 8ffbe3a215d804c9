/** Documents and bases: making, reading, sharing, deleting. */
@NullMarked
package org.sightline.resources.internal.registry;

import org.jspecify.annotations.NullMarked;
