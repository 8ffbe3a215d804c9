/** All tables as one file that does not depend on the database, and back. */
@NullMarked
package org.sightline.storage.internal.image;

import org.jspecify.annotations.NullMarked;
