/** Who asks for what, how it ends and how long it takes: request ids, the access log, times. */
@NullMarked
package org.sightline.rest.internal.traffic;

import org.jspecify.annotations.NullMarked;
