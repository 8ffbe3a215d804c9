/** Versions and reviews: what apps ask for, what they get at once, and what administrators decide. */
@NullMarked
package org.sightline.apps.internal.release;

import org.jspecify.annotations.NullMarked;
