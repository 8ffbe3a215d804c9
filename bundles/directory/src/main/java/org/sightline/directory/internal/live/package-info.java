/** Keeps tenants in memory, one snapshot each, and takes their changes one after the other. */
@NullMarked
package org.sightline.directory.internal.live;

import org.jspecify.annotations.NullMarked;
