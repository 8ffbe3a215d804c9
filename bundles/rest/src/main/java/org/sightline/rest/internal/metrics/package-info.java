/** The server's figures, for those who may see them. */
@NullMarked
package org.sightline.rest.internal.metrics;

import org.jspecify.annotations.NullMarked;
