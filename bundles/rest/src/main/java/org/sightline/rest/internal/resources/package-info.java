/** Documents and bases, and the events that apps are told of. */
@NullMarked
package org.sightline.rest.internal.resources;

import org.jspecify.annotations.NullMarked;
