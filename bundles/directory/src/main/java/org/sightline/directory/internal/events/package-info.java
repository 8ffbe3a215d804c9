/** Finds out which apps are to be told of a change, so that this is written down with the change itself. */
@NullMarked
package org.sightline.directory.internal.events;

import org.jspecify.annotations.NullMarked;
