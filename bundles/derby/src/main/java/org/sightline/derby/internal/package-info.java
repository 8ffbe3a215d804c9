/** Offers the embedded Derby database to whoever looks for a {@code DataSourceFactory}. */
@NullMarked
package org.sightline.derby.internal;

import org.jspecify.annotations.NullMarked;
