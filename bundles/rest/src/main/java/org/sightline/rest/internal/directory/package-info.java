/** The directory's resources. */
@NullMarked
package org.sightline.rest.internal.directory;

import org.jspecify.annotations.NullMarked;
