/** The stores as the rest of the server sees them, over the database and its tables. */
@NullMarked
package org.sightline.storage.internal;

import org.jspecify.annotations.NullMarked;
