/** Keeps each tenant's directory true and hands out the newest snapshot. */
@NullMarked
package org.sightline.directory.internal;

import org.jspecify.annotations.NullMarked;
