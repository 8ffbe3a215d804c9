/** Sight across a trust, compiled for each pair of tenants. */
@NullMarked
package org.sightline.visibility.internal.across;

import org.jspecify.annotations.NullMarked;
