/** The resources of the visibility policy and its questions. */
@NullMarked
package org.sightline.rest.internal.visibility;

import org.jspecify.annotations.NullMarked;
