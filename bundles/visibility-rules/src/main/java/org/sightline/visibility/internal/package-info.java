/** The service shells of the room. */
@NullMarked
package org.sightline.visibility.internal;

import org.jspecify.annotations.NullMarked;
